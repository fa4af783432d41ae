#!/usr/bin/env python3
# Exported by NetShell.
import socket

s = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
s.connect(("127.0.0.1", 8088))
print(s.recv(1024))
s.close()
