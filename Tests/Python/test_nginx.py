"""The article's four-step client against a real web server."""

import os
import shutil
import signal
import socket
import subprocess

import pytest

PAGE = b"<!DOCTYPE html>\n<title>A page</title>\n" + b"<p>" + b"lorem ipsum " * 4000 + b"</p>\n"

CONFIGURATION = """\
daemon off;
{user}
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{ worker_connections 64; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    server {{ listen 127.0.0.1:{port}; root {folder}/www; }}
}}
"""

CLIENT = """\
s = socket inet stream
s.connect 127.0.0.1 $1
s.sendall "GET /page.html HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n"
head = s.recvuntil "\\r\\n\\r\\n"
write $head
body = s.recvall
length $body
s.close
"""


def nginx():
    return shutil.which("nginx") or shutil.which("nginx", path="/usr/sbin:/usr/local/sbin")


@pytest.fixture
def web_port(tmp_path):
    """An nginx on loopback, of no user in particular. It takes over a listening socket whose port the kernel
    chose: nginx itself cannot listen on port 0, and a port that is free now may not be later. So connections wait in
    its queue from the beginning, and nobody has to wait for nginx."""
    binary = nginx()
    assert binary, "nginx is not installed; scripts/test installs it"
    (tmp_path / "www").mkdir()
    (tmp_path / "www/page.html").write_bytes(PAGE)
    listener = socket.create_server(("127.0.0.1", 0))
    port = listener.getsockname()[1]
    configuration = tmp_path / "nginx.conf"
    # A worker of root's nginx would become nobody, who may not enter the test's folder.
    user = "user root;" if os.geteuid() == 0 else ""
    configuration.write_text(CONFIGURATION.format(folder=tmp_path, port=port, user=user))
    process = subprocess.Popen(
        [binary, "-p", tmp_path, "-c", configuration, "-e", tmp_path / "error.log"],
        env={**os.environ, "NGINX": f"{listener.fileno()};"},
        pass_fds=[listener.fileno()],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    listener.close()
    yield port
    process.send_signal(signal.SIGTERM)
    process.wait()


def test_four_steps_fetch_a_page(shell, script, web_port):
    lines = shell.ok(script(CLIENT), web_port)
    assert lines[0].startswith("HTTP/1.1 200 OK")
    assert any(line.startswith(f"Content-Length: {len(PAGE)}") for line in lines)
    assert lines[-1] == str(len(PAGE))


def test_page_into_a_file(shell, web_port, tmp_path):
    target = tmp_path / "page.html"
    shell.ok(
        "-c",
        's = socket inet stream ; connect 127.0.0.1 $1 ; sendall "GET /page.html HTTP/1.0\\r\\n\\r\\n" ; '
        'head = recvuntil "\\r\\n\\r\\n" ; recvall -to $2',
        web_port,
        target,
    )
    assert target.read_bytes() == PAGE


def test_a_page_that_is_not_there(shell, web_port):
    lines = shell.ok(
        "-c",
        's = socket inet stream ; connect 127.0.0.1 $1 ; sendall "GET /none HTTP/1.0\\r\\n\\r\\n" ; recvline',
        web_port,
    )
    assert lines == ['"HTTP/1.1 404 Not Found\\r\\n"']
