"""What editors write becomes what a strict policy lets through."""

from wilma.theme.pages.prose import prepare


def test_headings_get_addresses_and_are_listed():
    prose = prepare("<h2>Was sich ändert</h2><p>…</p><h3 id='eigen'>Fragen</h3><h2></h2>")

    assert prose.headings == ((2, "abschnitt-1", "Was sich ändert"), (3, "eigen", "Fragen"))
    assert '<h2 id="abschnitt-1">Was sich ändert</h2>' in prose.markup


def test_style_attributes_become_classes_or_nothing():
    prose = prepare(
        '<p style="text-align: center; color: red">Mitte</p><p style="color: red">x</p>'
    )

    assert prose.markup == '<p class="text-center">Mitte</p><p>x</p>'


def test_a_wide_table_scrolls_alone():
    prose = prepare("<table><tr><td>1</td></tr></table>danach")

    assert prose.markup == (
        '<div class="wl-scrollx" tabindex="0"><table><tr><td>1</td></tr></table></div>danach'
    )


def test_text_around_elements_stays_in_order():
    assert prepare("vor <b>fett</b> nach").markup == "vor <b>fett</b> nach"


def test_pictures_load_when_they_come_near():
    assert prepare('<img src="a.png" alt="A">').markup == '<img src="a.png" alt="A" loading="lazy">'
