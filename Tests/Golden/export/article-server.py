#!/usr/bin/env python3
# Exported by NetShell.
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.bind(("127.0.0.1", 8088))
s.listen(5)
c, address = s.accept()
print("Got connection from", address)
c.send(b"Thank you for connection")
c.close()
s.close()
