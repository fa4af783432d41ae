"""Lessons in the learner's own language, on narrow and wide terminals."""

import pytest


@pytest.mark.parametrize("columns", [50, 80])
@pytest.mark.parametrize(
    "language, heading, hint, praise",
    [
        ("de_DE.UTF-8", "== 1/13  Ihr erster Socket ==", "Tipp 1: Zuerst ein Name", "✓ Keine Antwort"),
        ("fr_FR.UTF-8", "== 1/13  Votre première socket ==", "indice 1 : D’abord un nom", "✓ Pas de réponse"),
    ],
)
def test_a_step_in_another_language(shells, columns, language, heading, hint, praise):
    shell = shells("learn", "sockets", columns=columns, rows=60, LC_MESSAGES=language)
    shell.until(heading).until(lambda: shell.is_prompting)
    rows = [row for row in shell.rows if row]
    assert max(map(len, rows)) <= columns
    # A wrapped line ends where the next word would not fit, umlauts or not.
    for row, below in zip(shell.rows, shell.rows[1:]):
        if row and below and not below.startswith((" ", "=", ">", "-", "│")):
            assert len(row) + 1 + len(below.split()[0]) > min(columns, 100)
    shell.enter("hint", hint)
    shell.enter("t = socket inet stream", praise)


@pytest.mark.parametrize("language", ["", "DE", "german", "d", "../x"])
def test_what_is_no_language(shells, language):
    shell = shells("learn", "--lang", language, "sockets", wait=False)
    assert shell.end() == 2 and "there are en, de, fr" in shell.flat


def test_what_was_foretold_fails_as_if_it_were_typed(shells):
    shell = shells("learn", "sockets").enter("skip").enter("skip").enter("skip").enter("answer udp")
    shell.enter("answer EPROTONOSUPPORT", "✓ TCP is a stream and nothing else")
    assert any(row.startswith("socket: EPROTONOSUPPORT") for row in shell.rows) and ".md:" not in shell.text


def test_the_option_goes_before_the_locale(shells):
    shells("learn", "--lang", "fr", "sockets", LANG="de_DE.UTF-8").until("Votre première socket")
    shells("learn", "--lang", "en", "sockets", LANG="de_DE.UTF-8").until("Your first socket")
