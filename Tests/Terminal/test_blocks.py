"""What helps while a block is typed: its indentation, matching brackets, an older block offered."""

UP, LEFT = "\x1b[A", "\x1b[D"


def test_lines_of_a_block_are_indented(shell):
    shell.type("repeat 2 {\r").until(lambda: shell.line == "…" and shell.cursor[1] == 6)
    shell.type("if 1 {\r").until(lambda: shell.line == "…" and shell.cursor[1] == 10)
    shell.type("print x\r").until(lambda: shell.line == "…" and shell.cursor[1] == 10)
    shell.type("}").until(lambda: shell.line == "…     }")
    shell.type("\r}").until(lambda: shell.line == "… }")
    shell.type("\r").until(lambda: shell.rows.count("x") == 2)
    assert "repeat 2 {\\n    if 1 {\\n        print x\\n    }\\n}" in shell.history.read_text()


def test_a_quote_keeps_its_blanks(shell):
    shell.type("repeat 1 { print 'a\r").until(lambda: shell.line == "…" and shell.cursor[1] == 2)
    shell.type("  }'}").until(lambda: shell.line == "…   }'}")


def test_pasted_blocks_stay_as_they_are(shell):
    shell.type("\x1b[200~repeat 2 {\n  print x\n  }\x1b[201~").until(lambda: shell.line == "…   }")
    assert "…   print x" in shell.typed


def test_linear_output_indents_nothing(shells):
    shell = shells("--plain")
    shell.type("repeat 2 {\r").until(lambda: shell.line == "…" and shell.cursor[1] == 2)
    shell.type("print x\r}\r").until(lambda: shell.rows.count("x") == 2)


def test_brackets_that_belong_together_are_marked(shells):
    shell = shells()
    shell.type("repeat 2 { print '}' }").until(lambda: shell.line.endswith("print '}' }"))
    row = shell.cursor[0]
    first = shell.line.index("{")
    shell.until(lambda: shell.role(row, first)[1:3] == (True, True))
    assert shell.role(row, len(shell.line) - 1)[1:3] == (True, True)
    assert not shell.role(row, shell.line.index("'}") + 1)[2]
    shell.type(LEFT * 3).until(lambda: not shell.role(row, first)[2])


def test_an_older_block_is_offered_by_its_first_line(shells):
    shell = shells()
    shell.type("repeat 2 {\rprint x\r}\r").until(lambda: shell.rows.count("x") == 2).until(lambda: shell.is_prompting)
    shell.type("rep").until(lambda: shell.offered.startswith("eat 2 {…"))
    shell.type("eat 2 {").until(lambda: shell.offered.startswith("…"))
    shell.type("\x1b[C").until(lambda: shell.line == "… }")
