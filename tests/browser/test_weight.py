"""What a reader's page weighs over the wire at the first visit, and that it does not jump."""

from collections import Counter

import pytest


# In KB of 1024 bytes, with gzip and headers.
BUDGET = {"Document": 15, "Stylesheet": 45, "Script": 20, "Font": 70}
REQUESTS = 15
# A page of the directory has a face for everybody on it: small files that a browser keeps for good.
FACE = "@@images/portrait-"
# A page of people, and one's own in the top bar.
FACES = {"number": 25, "weight": 150}
SHIFT = """() => new Promise((done) => {
    let sum = 0;
    new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) if (!entry.hadRecentInput) sum += entry.value;
    }).observe({type: "layout-shift", buffered: true});
    setTimeout(() => done(sum), 500);
})"""


PATHS = (
    "/",
    "/aktuelles",
    "/aktuelles/jobrad-teilzeit",
    "/wissen",
    "/people",
    "/people/amira.yilmaz",
    "/organisation",
)


@pytest.mark.parametrize("path", PATHS)
def test_a_first_visit_stays_within_the_budget(visit, path, record_property):
    jonas = visit("jonas.weber")
    # What the page after the login still loads belongs to that page.
    jonas.page.wait_for_load_state("networkidle")
    kinds, sizes = {}, Counter()

    def note(event):
        is_face = FACE in event["response"]["url"]
        kinds[event["requestId"]] = "Face" if is_face else event["type"]

    wire = jonas.context.new_cdp_session(jonas.page)
    wire.send("Network.enable")
    wire.send("Network.setCacheDisabled", {"cacheDisabled": True})
    wire.on("Network.responseReceived", note)
    wire.on(
        "Network.loadingFinished",
        lambda event: sizes.update({kinds.get(event["requestId"]): event["encodedDataLength"]}),
    )

    jonas.open(path)
    jonas.page.wait_for_load_state("networkidle")
    shift = jonas.page.evaluate(SHIFT)

    weights = {kind: round(size / 1024, 1) for kind, size in sizes.items()}
    faces = list(kinds.values()).count("Face")
    requests = len(kinds) - faces
    record_property("weight", weights | {"requests": requests, "faces": faces, "shift": shift})
    print(path, requests, "requests", faces, "faces", weights, "KB, layout shift", shift)
    assert {kind for kind, most in BUDGET.items() if weights.get(kind, 0) > most} == set()
    assert requests <= REQUESTS
    assert faces <= FACES["number"]
    assert weights.get("Face", 0) <= FACES["weight"]
    assert shift < 0.05
