// Builds what the site serves: hashed names, a manifest, nothing else. Same source, same names.
import { createHash } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import * as sass from "sass";

const here = dirname(fileURLToPath(import.meta.url));
const out = join(here, "../src/wilma/theme/static/built");
const manifest = {};

function emit(name, content) {
  const hash = createHash("sha256").update(content).digest("hex").slice(0, 10);
  const hashed = `${basename(name, extname(name))}-${hash}${extname(name)}`;
  writeFileSync(join(out, hashed), content);
  manifest[name] = hashed;
}

function styles(name) {
  const { css } = sass.compile(join(here, `scss/${name}.scss`), {
    loadPaths: [join(here, "node_modules")],
    silenceDeprecations: ["import", "global-builtin", "color-functions", "if-function"],
  });
  const linked = css.replace(/url\("asset:([^"]+)"\)/g, (_, asset) => {
    if (!manifest[asset]) throw new Error(`${name}.scss: no asset ${asset}`);
    return `url("${manifest[asset]}")`;
  });
  const options = { loader: "css", minify: true, target: ["chrome115", "firefox115", "safari16"] };
  emit(`${name}.css`, esbuild.transformSync(linked, options).code);
}

function script(name) {
  const result = esbuild.buildSync({
    entryPoints: [join(here, `js/${name}.js`)],
    bundle: true, minify: true, write: false, format: "iife", target: "es2022",
  });
  emit(`${name}.js`, result.outputFiles[0].contents);
}

rmSync(out, { recursive: true, force: true });
mkdirSync(out, { recursive: true });
for (const file of readdirSync(join(here, "fonts"))) {
  if (file.endsWith(".woff2")) emit(file, readFileSync(join(here, "fonts", file)));
}
emit("icons.svg", readFileSync(join(here, "icons/sprite.svg"), "utf8").replace(/\n/g, ""));
emit("mark.svg", readFileSync(join(here, "icons/mark.svg")));
["wilma", "plone"].forEach(styles);
script("wilma");
writeFileSync(join(out, "manifest.json"), JSON.stringify(manifest, Object.keys(manifest).sort(), 2) + "\n");
for (const [name, file] of Object.entries(manifest)) console.log(name, file, readFileSync(join(out, file)).length);
