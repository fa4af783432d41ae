"""NetShell's JSON beside what Python got for the same statements."""

import base64
import json

import twin


def data(value):
    """Bytes as JSON has them."""
    return base64.b64decode(value["base64"]) if isinstance(value, dict) else value.encode()


class Told:
    """One session of NetShell, put as the twin puts what Python got."""

    def __init__(self):
        self.names = twin.Names()

    def line(self, one):
        error = one["error"]
        call = one["calls"][-1] if one["calls"] else None
        assert call, f"{one['statement']}: {error}"
        if call["errno"]:
            return twin.line(one["statement"], call["errno"])
        assert error is None, error
        outputs = call["outputs"]
        return twin.line(one["statement"], None, *getattr(self, call["call"], self.plain)(call, outputs))

    def address(self, address):
        if address is None:
            return ""
        if isinstance(address, str):
            return address
        if "port" in address:
            return self.names.address(address["host"], address["port"])
        return address.get("path") or address.get("name") or ""

    def plain(self, call, outputs):
        return [call["result"], *([self.address(outputs["addr"])] if "addr" in outputs else [])]

    def socket(self, call, outputs):
        return []

    socketpair = dup = socket

    def accept(self, call, outputs):
        return ["", self.address(outputs["addr"])]

    def recv(self, call, outputs):
        return [call["result"], data(outputs["buf"])]

    def recvfrom(self, call, outputs):
        return [call["result"], data(outputs["buf"]), self.address(outputs.get("src_addr"))]

    def recvmsg(self, call, outputs):
        flags = outputs["msg_flags"] or ""
        flags = "|".join(name for name in str(flags).split("|") if name not in ("0", "MSG_CMSG_CLOEXEC"))
        return [call["result"], b"".join(map(data, outputs["msg_iov"])), self.address(outputs["msg_name"]), flags]

    def getsockopt(self, call, outputs):
        return [0, outputs["optval"]]


def polled(reply):
    """Which sockets are ready, as the twin lists them."""
    return ", ".join(f"{one['socket']} {one['events']}" for one in reply or [])


def told(out):
    """What NetShell's JSON says, a line for each statement."""
    session, lines = Told(), []
    for one in map(json.loads, out.splitlines()):
        if one["command"] == "poll" and one["calls"]:
            lines.append(twin.line(one["statement"], None, one["calls"][-1]["result"], polled(one["reply"])))
        else:
            lines.append(session.line(one))
    return lines


def difference(statements, out):
    """How NetShell's answers differ from Python's, which are got now; nothing if they do not."""
    try:
        lines = told(out)
    except (AssertionError, KeyError) as error:
        return f"{type(error).__name__}: {error}"
    session = twin.Twin()
    called = [session.run(statement) for statement in statements]
    session.close()
    return next((f"NetShell: {one}\nPython:   {other}" for one, other in zip(lines, called) if one != other), None)
