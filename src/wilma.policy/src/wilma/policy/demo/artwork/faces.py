"""A face: everything a `look` says, put together as one SVG of 512 by 512."""

from wilma.policy.demo.artwork import clothes
from wilma.policy.demo.artwork import hair
from wilma.policy.demo.artwork.colours import BACK
from wilma.policy.demo.artwork.colours import darker
from wilma.policy.demo.artwork.colours import EYES
from wilma.policy.demo.artwork.colours import HAIR
from wilma.policy.demo.artwork.colours import SKIN
from wilma.policy.demo.artwork.shapes import dots
from wilma.policy.demo.artwork.shapes import line
from wilma.policy.demo.artwork.shapes import mirrored
from wilma.policy.demo.artwork.shapes import oval
from wilma.policy.demo.artwork.shapes import path


# Half widths at temples, jaw and chin, and where the chin ends.
HEADS = {
    "oval": (83, 66, 30, 350),
    "round": (87, 77, 38, 342),
    "square": (86, 78, 48, 346),
    "long": (79, 64, 32, 358),
}
# So that a face is still a face at 32 pixels.
CLOSER = "translate(-38 -40) scale(1.15)"

NOSES = (
    "M252 250C246 272 242 282 248 287Q256 292 266 286",
    "M258 248C264 272 270 282 262 288Q254 291 247 286",
)
MOUTHS = {
    "smile": ("M226 305Q256 330 286 305", None),
    "soft": ("M232 309Q256 322 280 309", None),
    "smirk": ("M230 311Q262 326 284 303", None),
    "grin": (None, "M222 302Q256 308 290 302Q284 338 256 338Q228 338 222 302Z"),
}


def svg(look: dict) -> str:
    """Draw the look; see data/people.yaml for what it may say."""
    back, halo = BACK[look["back"]]
    skin, shade, _blush = SKIN[look["skin"]]
    colour, style = HAIR[look["colour"]], look["hair"]
    body = clothes.wear(*look["wear"]).replace("var(--skin)", skin)
    figure = (
        hair.behind(style, colour)
        + path("M214 320L214 402Q256 452 298 402L298 320Z", skin)
        + path("M214 340Q256 392 298 340L298 362Q256 412 214 372Z", shade, opacity=0.75)
        + body
        + _head(look, skin, shade)
        + _features(look)
        + _beard(look)
        + _framed(hair.on_top(style, colour), _glasses(look.get("glasses")), style)
        + hair.over_shoulder(style, colour)
        + _earrings(look)
    )
    clip = f'<clipPath id="cloth"><path d="{clothes.SHOULDERS}"/></clipPath>'
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512" width="512" height="512">'
        f'<defs>{clip}</defs><rect width="512" height="512" fill="{back}"/>'
        f'{oval(256, 256, 222, 222, halo)}<g transform="{CLOSER}">{figure}</g></svg>'
    )


def _framed(on_top, glasses, style):
    # The bows of glasses lie under a scarf, and over hair.
    return glasses + on_top if style == "hijab" else on_top + glasses


def _outline(look):
    wide, jaw, chin, end = HEADS[look["head"]]
    left, right = 256 - wide, 256 + wide
    return (
        f"M{left} 230C{left} 150 {256 - wide * 0.6} 112 256 112C{256 + wide * 0.6} 112 {right} 150"
        f" {right} 230C{right} 286 {256 + jaw} 318 {256 + chin} {end - 12}Q256 {end + 8}"
        f" {256 - chin} {end - 12}C{256 - jaw} 318 {left} 286 {left} 230Z"
    )


def _head(look, skin, shade):
    wide = HEADS[look["head"]][0]
    ear = oval(256 - wide + 1, 250, 15, 23, skin) + oval(256 - wide, 251, 7, 13, shade, opacity=0.6)
    fade = ""
    if look["hair"] == "fade" or look["hair"] == "bald_full":
        strength = 0.45 if look["hair"] == "fade" else 0.16
        tint = HAIR[look["colour"]]
        fade = path(hair.TOP["crop"], tint, opacity=strength)
    return mirrored(ear) + path(_outline(look), skin) + fade


def _features(look):
    skin, shade, blush = SKIN[look["skin"]]
    ink = darker(shade, 0.45)
    brow = HAIR[look["colour"]] if look["hair"] != "hijab" else HAIR["darkbrown"]
    brow = darker(brow, 0.3 if look["colour"] not in ("white", "silver") else 0.25)
    drawn = mirrored(oval(204, 290, 19, 12, blush, opacity=0.38))
    drawn += _eyes(look, ink) + mirrored(
        line(
            "M198 216Q218 203 240 212" if look.get("lashes") else "M196 214Q218 204 241 213",
            brow,
            5.5 if look.get("lashes") else 8,
        )
    )
    drawn += line(NOSES[look["skin"] % 2], shade, 5)
    drawn += _mouth(look, blush)
    if look.get("freckles"):
        spots = [(206, 276), (218, 282), (196, 284), (210, 290), (228, 274)]
        drawn += mirrored(dots(spots, 2.6, shade))
    age = look.get("age", 0)
    if age:
        drawn += mirrored(line("M222 286Q212 298 214 310", shade, 3.5, opacity=0.8))
        drawn += mirrored(line("M200 262Q212 270 226 266", shade, 3, opacity=0.7))
    if age > 1:
        drawn += mirrored(line("M178 236L168 230M178 244L166 246", shade, 3, opacity=0.7))
        drawn += line("M226 184Q256 178 286 184", shade, 3, opacity=0.5)
    return drawn


def _eyes(look, ink):
    colour = EYES[look["eyes"]]
    eye = (
        oval(220, 241, 15, 11, "#fff")
        + oval(221, 241, 9, 9.6, colour)
        + oval(221, 241, 4.6, 5, "#17120f")
        + oval(224, 237, 2.8, 2.8, "#fff")
        + line("M203 240Q218 225 237 238", ink, 5)
    )
    if look.get("lashes"):
        eye += line("M204 239L197 233M208 234L203 227", ink, 3.5)
    return mirrored(eye)


def _mouth(look, blush):
    closed, opened = MOUTHS[look["mouth"]]
    lip = darker(blush, 0.3)
    if closed:
        return line(closed, lip, 6 if not look.get("lashes") else 8)
    teeth = path("M227 304Q256 309 285 304Q283 317 256 318Q229 317 227 304Z", "#fff")
    return path(opened, darker(blush, 0.55)) + oval(256, 333, 17, 8, blush) + teeth


def _beard(look):
    kind = look.get("beard")
    if not kind:
        return ""
    colour = HAIR[look["colour"]]
    wide, jaw, chin, end = HEADS[look["head"]]
    left, right = 256 - wide, 256 + wide
    low = {"full": 16, "short": 3, "stubble": 0}.get(kind, 0)
    full = (
        f"M{left} 246C{left} 290 {256 - jaw - low / 2} 322 {256 - chin} {end - 10 + low}Q256"
        f" {end + 10 + low} {256 + chin} {end - 10 + low}C{256 + jaw + low / 2} 322 {right} 290"
        f" {right} 246C{right - 8} 276 318 292 300 292Q256 282 212 292C194 292 {left + 8} 276"
        f" {left} 246ZM222 304Q256 300 290 304Q284 338 256 338Q228 338 222 304Z"
    )
    moustache = (
        "M256 292C236 286 222 294 214 308Q236 306 256 302Q276 306 298 308C290 294 276 286 256 292Z"
    )
    if kind == "moustache":
        return path(moustache, colour)
    if kind == "goatee":
        ring = (
            f"M218 300Q256 280 294 300Q300 340 282 {end}Q256 {end + 14} 230 {end}Q212 340 218 300Z"
            "M224 304Q256 300 288 304Q284 336 256 336Q228 336 224 304Z"
        )
        return path(ring, colour, fill_rule="evenodd")
    return path(full, colour, fill_rule="evenodd", opacity=0.28 if kind == "stubble" else 1)


def _glasses(kind):
    if not kind:
        return ""
    frame = "#2c2f36"
    bow = line("M247 240Q256 233 265 240", frame, 5)
    if kind == "round":
        glass = oval(219, 242, 29, 29, "#fff", fill_opacity=0.14, stroke=frame, stroke_width=5.5)
    elif kind == "half":
        glass = line("M192 240Q192 266 219 266Q246 266 246 240Z", "#8a5a2b", 5)
    else:
        glass = (
            '<rect x="190" y="219" width="57" height="45" rx="11" fill="#fff" fill-opacity="0.14" '
            f'stroke="{frame}" stroke-width="6"/>'
        )
    return mirrored(glass + line("M191 236L174 231", frame, 5)) + bow


def _earrings(look):
    wide, kind = HEADS[look["head"]][0], look.get("earrings")
    x = 256 - wide - 3
    if kind == "dot":
        return mirrored(oval(x, 274, 6, 6, "#f6f3ea", stroke="#c9b27a", stroke_width=2))
    if kind == "ring":
        return mirrored(oval(x, 288, 11, 15, "none", stroke="#d9a520", stroke_width=4.5))
    if kind == "drop":
        return mirrored(path(f"M{x} 270Q{x - 10} 292 {x} 298Q{x + 10} 292 {x} 270Z", "#2f8f8a"))
    return ""
