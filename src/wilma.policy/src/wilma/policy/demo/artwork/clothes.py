"""Shoulders and what people wear on them."""

from wilma.policy.demo.artwork.colours import CLOTH
from wilma.policy.demo.artwork.colours import darker
from wilma.policy.demo.artwork.colours import lighter
from wilma.policy.demo.artwork.shapes import dots
from wilma.policy.demo.artwork.shapes import line
from wilma.policy.demo.artwork.shapes import mirrored
from wilma.policy.demo.artwork.shapes import path


SHOULDERS = "M58 520C62 448 112 420 196 404Q256 450 316 404C400 420 450 448 454 520Z"
SCOOP = "M196 404Q256 470 316 404L330 410Q256 494 182 410Z"
COLLAR = "M200 398L256 452L222 486L182 412Z"
LAPEL = "M190 406L252 520L186 520L150 452L172 446L158 430Z"


def wear(kind: str, colour: str, below: str = "white") -> str:
    """Draw the clothes; `below` is the colour of what shows under them."""
    main, under = CLOTH[colour], CLOTH[below]
    return WARDROBE[kind](main, under, colour)


def _crew(main, under, colour):
    return path(SHOULDERS, main) + path(SCOOP, darker(main, 0.15))


def _turtleneck(main, under, colour):
    return (
        path(SHOULDERS, main)
        + path("M206 372Q256 398 306 372L320 424Q256 462 192 424Z", darker(main, 0.12))
        + line("M204 396Q256 424 308 396", darker(main, 0.28), 3)
    )


def _shirt(main, under, colour):
    drawn = path(SHOULDERS, main)
    if colour == "checked":
        drawn += "".join(
            line(f"M{x} 410V520", lighter(main, 0.35), 7, opacity=0.6) for x in range(90, 440, 36)
        ) + "".join(line(f"M60 {y}H450", darker(main), 6, opacity=0.5) for y in (446, 480, 512))
        drawn = f'<g clip-path="url(#cloth)">{drawn}</g>'
    edge = darker(main, 0.14)
    return (
        drawn
        + mirrored(path(COLLAR, lighter(main, 0.22), stroke=edge, stroke_width=3))
        + line("M256 456V520", edge, 4)
        + dots([(256, 478), (256, 506)], 4.5, darker(main, 0.3))
    )


def _polo(main, under, colour):
    return path(SHOULDERS, main) + mirrored(
        path("M204 396L256 448L236 478L186 410Z", darker(main, 0.14))
    )


def _blouse(main, under, colour):
    return (
        path(SHOULDERS, main)
        + path("M196 404L256 500L316 404Q256 440 196 404Z", "var(--skin)")
        + mirrored(path("M196 404L256 500L240 512L176 410Z", darker(main, 0.14)))
    )


def _vneck(main, under, colour):
    return (
        path(SHOULDERS, under)
        + mirrored(path(COLLAR, darker(under, 0.06)))
        + path("M58 520C62 448 112 420 190 406L256 512L322 406C400 420 450 448 454 520Z", main)
        + line("M190 406L256 512L322 406", darker(main, 0.2), 8)
    )


def _cardigan(main, under, colour):
    open_front = "M58 520C62 448 112 420 192 405L226 520Z"
    return (
        path(SHOULDERS, under)
        + path(SCOOP, darker(under, 0.08))
        + mirrored(path(open_front, main) + line("M192 405L226 520", darker(main, 0.22), 8))
    )


def _blazer(main, under, colour):
    half = "M58 520C62 448 112 420 192 405L254 520Z"
    return (
        path(SHOULDERS, under)
        + path(SCOOP, darker(under, 0.08))
        + mirrored(path(half, main) + path(LAPEL, darker(main, 0.18)))
    )


def _suit(main, under, colour):
    white = CLOTH["white"]
    half = "M58 520C62 448 112 420 192 405L252 520Z"
    return (
        path(SHOULDERS, white)
        + path("M244 448L268 448L276 520L236 520Z", under)
        + path("M240 436L272 436L266 456L246 456Z", darker(under, 0.2))
        + mirrored(
            path("M200 398L256 446L228 474L184 412Z", white, stroke="#d8d4cc", stroke_width=3)
        )
        + mirrored(path(half, main) + path(LAPEL, darker(main, 0.2)))
    )


def _hoodie(main, under, colour):
    return (
        path(SHOULDERS, main)
        + path(
            "M176 396C160 440 206 482 256 486C306 482 352 440 336 396L316 404Q256 462 196 404Z",
            darker(main, 0.14),
        )
        + mirrored(line("M232 480V516", lighter(main, 0.5), 5))
    )


def _scarf(main, under, colour):
    return (
        path(SHOULDERS, under)
        + path(
            "M184 384Q256 424 328 384C346 410 344 436 330 448Q256 484 182 448C168 436 166 410"
            " 184 384Z",
            main,
        )
        + path("M286 440L330 428L352 520L300 520Z", darker(main, 0.12))
        + line("M190 416Q256 450 322 414", darker(main, 0.2), 5)
    )


def _vest(main, under, colour):
    half = "M58 520C62 448 112 420 190 406L236 520Z"
    stripe = "M112 428L146 416L180 520L140 520Z"
    return (
        path(SHOULDERS, CLOTH["slate"])
        + path(SCOOP, darker(CLOTH["slate"]))
        + mirrored(
            path(half, main) + path(stripe, "#f3f1d9") + line("M190 406L236 520", "#ffd23c", 7)
        )
    )


def _coat(main, under, colour):
    half = "M58 520C62 448 112 420 192 405L252 520Z"
    lapel = darker(CLOTH["white"], 0.09)
    return (
        path(SHOULDERS, main)
        + path("M196 404L256 484L316 404Q256 440 196 404Z", "var(--skin)")
        + mirrored(path(half, CLOTH["white"]) + path(LAPEL, lapel))
    )


def _uniform(main, under, colour):
    return (
        path(SHOULDERS, main)
        + mirrored(path(COLLAR, lighter(main, 0.16), stroke=darker(main), stroke_width=3))
        + line("M256 456V520", darker(main), 4)
        + mirrored(
            path("M96 440L142 420L152 436L104 460Z", "#d9a520")
            + line("M104 470L160 446", "#d9a520", 4)
        )
    )


WARDROBE = {
    "crew": _crew,
    "turtleneck": _turtleneck,
    "shirt": _shirt,
    "polo": _polo,
    "blouse": _blouse,
    "vneck": _vneck,
    "cardigan": _cardigan,
    "blazer": _blazer,
    "suit": _suit,
    "hoodie": _hoodie,
    "scarf": _scarf,
    "vest": _vest,
    "coat": _coat,
    "uniform": _uniform,
}
