"""Hair: behind the head and shoulders, on the head, and over a shoulder."""

from wilma.policy.demo.artwork.colours import darker
from wilma.policy.demo.artwork.colours import lighter
from wilma.policy.demo.artwork.shapes import dots
from wilma.policy.demo.artwork.shapes import line
from wilma.policy.demo.artwork.shapes import mirrored
from wilma.policy.demo.artwork.shapes import oval
from wilma.policy.demo.artwork.shapes import path

import math


# On the head: the outer line first, then the hairline back.
TOP = {
    "side": "M166 240C156 150 184 94 262 92C334 92 358 148 346 240C340 244 337 236 335 226C334 204"
    " 326 188 314 178C280 182 236 176 210 154C202 178 184 190 178 226C176 238 170 246 166 240Z",
    "quiff": "M168 236C156 180 164 148 182 130C188 92 232 70 278 78C322 80 356 110 350 162C352 192"
    " 348 222 344 236C339 238 336 232 335 222C332 200 326 186 316 176C286 170 262 156 240 164C216"
    " 168 196 176 186 190C180 204 180 216 178 226C176 238 170 240 168 236Z",
    "crop": "M171 232C160 150 194 106 256 106C318 106 352 150 341 232C338 206 332 186 320 170C284"
    " 156 228 156 192 170C180 186 174 206 171 232Z",
    "crew": "M169 230C156 138 192 96 256 95C320 96 356 138 343 230C340 204 334 184 322 170C302 178"
    " 280 162 256 168C232 162 210 178 190 170C178 184 172 204 169 230Z",
    "receding": "M169 240C156 150 192 102 256 102C320 102 356 150 343 240C338 220 336 204 331 190"
    "C324 164 312 146 298 142C284 156 270 150 256 148C242 150 228 156 214 142C200 146 188 164 181"
    " 190C176 204 174 220 169 240Z",
    "fringe_side": "M166 244C152 146 190 94 258 94C328 94 362 148 346 244C339 244 336 228 334 212"
    "C316 206 296 196 284 176C262 200 220 212 184 208C178 218 178 232 176 242C172 248 168 248 166"
    " 244Z",
    "slick": "M170 232C158 148 190 96 256 94C322 96 354 148 342 232C338 200 330 176 314 158C280"
    " 142 232 142 198 158C182 176 174 200 170 232Z",
    "bangs": "M163 262C148 146 188 94 256 94C324 94 364 146 349 262C341 258 337 240 334 214C310"
    " 204 202 204 178 214C175 240 171 258 163 262Z",
    "middle": "M163 262C148 146 188 94 256 94C324 94 364 146 349 262C340 254 337 228 330 208C316"
    " 184 276 176 256 144C236 176 196 184 182 208C175 228 172 254 163 262Z",
    "parted": "M163 262C146 146 188 92 256 92C326 92 366 146 349 262C340 254 337 228 330 208C300"
    " 198 246 186 216 152C206 184 190 196 182 212C176 230 172 254 163 262Z",
    "back": "M169 240C156 148 192 100 256 100C320 100 356 148 343 240C338 214 330 190 316 174C282"
    " 154 230 154 196 174C182 190 174 214 169 240Z",
    "pixie": "M165 246C148 148 188 92 256 90C330 90 364 146 347 246C339 244 337 228 335 214C322"
    " 200 300 186 276 192C244 196 220 186 204 168C196 192 184 204 180 216C178 232 172 250 165"
    " 246Z",
    "wavy_top": "M168 240C150 206 160 176 170 160C162 130 190 104 214 104C226 80 270 78 284 94C318"
    " 86 350 114 344 146C362 170 356 212 344 240C338 238 336 226 334 214C334 196 322 186 312 172"
    "C296 182 282 164 266 170C250 160 234 182 218 170C206 186 186 190 180 212C178 226 174 240 168"
    " 240Z",
    "temples": "M169 246C160 210 166 182 182 166C186 190 183 216 180 244C178 252 172 252 169 246Z",
}
# Behind the head.
BEHIND = {
    "bob": "M146 250C134 138 188 88 256 88C324 88 378 138 366 250C372 306 366 342 346 360C300 372"
    " 212 372 166 360C146 342 140 306 146 250Z",
    "short_bob": "M150 246C138 138 190 90 256 90C322 90 374 138 362 246C368 290 356 322 338 334"
    "L174 334C156 322 144 290 150 246Z",
    "long": "M146 250C132 138 186 86 256 86C326 86 380 138 366 250C368 330 384 400 378 470C340 490"
    " 172 490 134 470C128 400 144 330 146 250Z",
    "wavy": "M146 240C132 136 186 86 256 86C326 86 380 136 366 240C356 272 388 292 374 326C366 352"
    " 398 376 376 410C372 436 384 450 366 466L146 466C128 450 140 436 136 410C114 376 146 352 138"
    " 326C124 292 156 272 146 240Z",
    "tail": "M316 132C394 128 424 220 404 320C400 356 384 384 366 398C378 336 372 250 326 196Z",
    "hijab": "M136 262C122 128 184 76 256 76C328 76 390 128 376 262C380 330 396 390 420 430L92 430"
    "C116 390 132 330 136 262Z",
}
# style: (behind, on top, more)
STYLES = {
    "side": ("", "side"),
    "quiff": ("", "quiff"),
    "crop": ("", "crop"),
    "fade": ("", "crop"),
    "crew": ("", "crew"),
    "receding": ("", "receding"),
    "fringe_side": ("", "fringe_side"),
    "slick": ("", "slick"),
    "wavy_short": ("", "wavy_top"),
    "bob": ("bob", "bangs"),
    "bob_side": ("bob", "parted"),
    "short_bob": ("short_bob", "parted"),
    "short_fringe": ("short_bob", "bangs"),
    "straight_fringe": ("long", "bangs"),
    "long_fringe": ("wavy", "bangs"),
    "straight": ("long", "middle"),
    "long": ("long", "parted"),
    "wavy": ("wavy", "parted"),
    "pixie": ("", "pixie"),
    "ponytail": ("tail", "back"),
    "ponytail_low": ("", "parted"),
    "bun": ("", "back"),
    "updo": ("", "back"),
    "braid": ("short_bob", "middle"),
    "braid_crown": ("", "back"),
    "afro": ("", "back"),
    "locs": ("", "back"),
}


def behind(style: str, colour: str) -> str:
    """What lies behind head and shoulders."""
    dark = darker(colour, 0.18)
    shape = STYLES.get(style, ("", ""))[0] or ("hijab" if style == "hijab" else "")
    drawn = path(BEHIND[shape], dark) if shape else ""
    if style == "bun":
        drawn += oval(256, 84, 44, 40, colour) + line("M226 84Q256 60 288 80", dark, 5)
    if style == "updo":
        drawn += oval(256, 112, 64, 44, colour) + line("M214 98Q256 72 300 100", dark, 5)
    if style == "afro":
        drawn += dots(_arc(124, 200, 160, 384, 18), 40, colour) + oval(256, 190, 126, 118, colour)
    if style == "curly_long":
        points = _arc(104, 214, 120, 420, 17)
        drawn += dots(points, 38, dark) + mirrored(
            dots([(150, 290), (142, 336), (150, 378), (176, 402)], 36, dark)
        )
    if style == "curls":
        drawn += dots(_arc(96, 218, 130, 410, 17), 36, dark) + mirrored(
            oval(164, 300, 34, 36, dark)
        )
    if style == "locs":
        drawn += mirrored(
            "".join(
                line(f"M{190 - 7 * i} 150Q{146 - 4 * i} 280 {160 - 9 * i} {400 - 12 * i}", dark, 17)
                for i in range(4)
            )
        )
    return drawn


def on_top(style: str, colour: str) -> str:
    """What lies on the head."""
    if style in ("bald", "bald_full"):
        return mirrored(path(TOP["temples"], colour)) if style == "bald" else ""
    if style in ("curls_short", "curls", "curly_long"):
        points = _arc(84, 208, 176, 364, 13)
        return dots(points, 27, colour) + dots(_arc(54, 190, 194, 346, 9), 25, colour)
    if style == "hijab":
        return _scarf(colour)
    drawn = path(TOP[STYLES[style][1]], colour) + _shine(style, colour)
    if style == "afro":
        drawn += dots(_arc(88, 212, 186, 354, 13), 24, colour)
    if style == "locs":
        drawn += "".join(
            line(f"M256 104Q{256 + x} 108 {256 + x * 1.4} 164", darker(colour, 0.3), 4)
            for x in (-50, -28, -8, 12, 32, 52)
        )
    if style == "braid_crown":
        drawn += "".join(
            oval(x, y, 14, 11, lighter(colour, 0.1), stroke=darker(colour, 0.12), stroke_width=2.5)
            for x, y in _arc(76, 190, 200, 340, 11)
        )
    return drawn


def over_shoulder(style: str, colour: str) -> str:
    """What falls in front of the clothes."""
    if style == "braid":
        return "".join(
            oval(348 + 3 * math.sin(i), 318 + 27 * i, 21 - 1.5 * i, 18, colour)
            + line(f"M{334 + i} {314 + 27 * i}q12 14 28 6", darker(colour), 4)
            for i in range(7)
        )
    if style == "ponytail_low":
        return path("M338 250C372 300 382 390 356 486C336 476 340 420 326 372Z", colour)
    return ""


def _shine(style, colour):
    if style in ("crop", "fade", "receding", "afro", "locs"):
        return ""
    return line("M204 128Q232 106 276 110", lighter(colour, 0.3), 8, opacity=0.55)


def _scarf(colour):
    front = (
        "M136 262C122 128 184 76 256 76C328 76 390 128 376 262C378 330 392 392 404 424C330 470 182"
        " 470 108 424C120 392 134 330 136 262ZM256 142C208 142 178 178 178 236C178 306 214 352 256"
        " 352C298 352 334 306 334 236C334 178 304 142 256 142Z"
    )
    fold = darker(colour, 0.16)
    return (
        path(front, colour, fill_rule="evenodd")
        + line("M176 330C210 388 300 398 392 404", fold, 6)
        + line("M190 360C220 416 280 430 340 438", fold, 5)
        + line("M166 190C180 136 214 110 262 108", lighter(colour, 0.22), 7, opacity=0.6)
    )


def _arc(radius, y, start, end, count):
    """Points on a circle around (256, y); degrees from the right, clockwise."""
    step = (end - start) / (count - 1)
    angles = (math.radians(start + step * i) for i in range(count))
    return [(256 + radius * math.cos(a), y + radius * math.sin(a)) for a in angles]
