"""The picture that `diagram -svg` writes: XML, without scripts, with the data sent in it as text only."""

import re
import xml.etree.ElementTree as ElementTree

NAMESPACE = "{http://www.w3.org/2000/svg}"
CONNECTION = """s = socket inet stream
s.bind 127.0.0.1 0
s.listen
c = socket inet stream
c.connect 127.0.0.1 $s.port
k = s.accept
"""
HOSTILE = r"""p = socketpair
p.send "\x1b[31m</script><script>alert(1)</script>]]>&amp;\"'\n\0\xff\u{202e}\u{fffe}"
p2.recv 1000
u = socket unix dgram
try { u.connect "/tmp/<svg onload='x'>\x07\u{2066}&\"" } catch { 0 }
"""


def picture(shell, tmp_path, text, flags=""):
    path = tmp_path / "picture.svg"
    shell.ok(text=text + f"diagram -svg {path} {flags}\n")
    raw = path.read_bytes()
    return raw, ElementTree.fromstring(raw)


def texts(root):
    return ["".join(element.itertext()) for element in root.iter(NAMESPACE + "text")]


def test_a_connection(shell, tmp_path):
    raw, root = picture(shell, tmp_path, CONNECTION + "k.send hello\nc.recv 100\n")
    assert root.tag == NAMESPACE + "svg"
    words = texts(root)
    assert {"s", "c", "k", "SYN", "SYN+ACK", "ACK", "LISTEN", "ESTABLISHED"} <= set(words)
    assert any("5 bytes" in word and '"hello"' in word for word in words)
    assert b"prefers-color-scheme: dark" in raw


def test_hostile_data_and_names_stay_text(shell, tmp_path):
    raw, root = picture(shell, tmp_path, HOSTILE)
    known = {"svg", "title", "style", "defs", "marker", "path", "rect", "g", "line", "circle", "text", "tspan"}
    assert {element.tag.removeprefix(NAMESPACE) for element in root.iter()} <= known
    assert not any(name.startswith("on") for element in root.iter() for name in element.attrib)
    assert b"<script" not in raw and b"\x1b" not in raw and b"\0" not in raw
    assert "\u202e" not in raw.decode() and "\u2066" not in raw.decode()


def test_nothing_lies_outside_of_the_page(shell, tmp_path):
    _, root = picture(shell, tmp_path, CONNECTION + "c.send x\n")
    width, height = int(root.get("width")), int(root.get("height"))
    for element in root.iter():
        for name in ("x", "x1", "x2", "cx"):
            assert 0 <= int(element.get(name, 0)) <= width
        for name in ("y", "y1", "y2", "cy"):
            assert 0 <= int(element.get(name, 0)) <= height


def test_an_empty_session_writes_no_file(shell, tmp_path):
    path = tmp_path / "none.svg"
    assert shell.ok(text=f"diagram -svg {path}\n") == ["nothing has happened yet"]
    assert not path.exists()


def test_thousands_of_calls_are_clipped(shell, tmp_path):
    lines = shell.ok(text="p = socketpair\nrepeat 2000 { p.send x ; p2.recv 1 }\nprint drawn\ndiagram\nruler\n")
    lines = lines[lines.index("drawn") + 1 :]
    assert len(lines) < 1000
    assert any("3801 earlier calls" in line for line in lines)
    assert max(map(len, lines)) <= 80


def luminance(colour):
    """WCAG 2.1's relative luminance of #rrggbb."""
    parts = [int(colour[start : start + 2], 16) / 255 for start in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one, other):
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_text_can_be_read_in_both_schemes(shell, tmp_path):
    raw, _ = picture(shell, tmp_path, CONNECTION)
    for scheme in raw.decode().split("@media (prefers-color-scheme: dark)"):
        fills = {}
        for names, colour in re.findall(r"^([.\w, -]+) \{ fill: (#[0-9a-f]{6});", scheme, re.M):
            fills |= {name.strip(): colour for name in names.split(",")}
        for name in [".name", ".call", ".detail", ".result", ".excerpt", ".number", ".pause", ".size", ".error"]:
            assert contrast(fills[name], fills[".page"]) >= 4.5, name
        assert contrast(fills[".pill-text"], fills[".pill"]) >= 4.5
        assert contrast(fills[".name"], fills[".box"]) >= 4.5
