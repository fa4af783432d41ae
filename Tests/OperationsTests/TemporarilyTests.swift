import Journal
import Language
import Operations
import Shell
import Sockets
import SystemPackage
import Testing

private let stream = TypeWithFlags.Parsed(.stream)

@Suite(.timeLimit(.minutes(5))) struct TemporarilyTests {
    private let discard = SocketAddress.inet(.loopback, port: 9)

    @Test func whatAFailureLeavesIsClosed() throws {
        let address = discard
        let shell = ComposedSession { invocation throws(Failure) in
            try invocation.temporarily { () throws(Failure) in
                let socket = try invocation.socket(.inet, stream)
                _ = try invocation.socketpair()
                try invocation.connect(socket, to: address)
                return .none
            }
        }
        try shell.reply("mine = socket inet dgram")
        shell.inject(.connect, .connectionRefused)
        let failure = try shell.failure("r = compose")
        #expect(failure.call?.name == "connect" && failure.className == "ConnectionRefused")
        #expect(shell.open == ["mine"] && shell.current == "mine")
        #expect(shell.calls.suffix(6) == ["socket", "socketpair", "connect ECONNREFUSED", "close", "close", "close"])
        #expect(try shell.failure("print $r").className == "UnknownVariable")
    }

    @Test func whatWasClosedBeforeIsNotClosedAgain() throws {
        let shell = ComposedSession { invocation throws(Failure) in
            try invocation.temporarily { () throws(Failure) in
                try invocation.close(try invocation.socket(.inet, stream))
                throw invocation.failure(.noData, "given up")
            }
        }
        #expect(try shell.failure("compose").className == "NoData")
        #expect(shell.calls == ["socket", "close"])
    }

    @Test func whatSucceedsIsLeftToTheCaller() throws {
        let shell = ComposedSession { invocation throws(Failure) in
            let (kept, _) = try invocation.temporarily { () throws(Failure) in try invocation.socketpair() }
            return .text(kept.name)
        }
        try shell.reply("mine = socket inet dgram")
        #expect(try shell.reply("r = compose") == .text("s1"))
        #expect(shell.open == ["mine", "s1", "s2"] && shell.current == "mine")
        #expect(try shell.reply("$r") == .text("s1"))
        // From now on they are sockets like any other.
        try shell.reply("mine.close")
        #expect(shell.current == "s2")
    }

    @Test func withoutACurrentSocketThereIsStillNone() throws {
        let shell = ComposedSession { invocation throws(Failure) in
            try invocation.temporarily { () throws(Failure) in
                _ = try invocation.socket(.inet, stream)
                return invocation.session.sockets.current.map { .socket($0.name) } ?? .none
            }
        }
        #expect(try shell.reply("compose") == .none)
        #expect(shell.current == nil)
    }

    @Test func theCurrentSocketIsClosedWithin() throws {
        let shell = ComposedSession { invocation throws(Failure) in
            try invocation.temporarily { () throws(Failure) in
                _ = try invocation.socket(.inet, stream)
                if let current = invocation.session.sockets.current { try invocation.close(current) }
                return invocation.session.sockets.current.map { .socket($0.name) } ?? .none
            }
        }
        try shell.reply("a = socket inet dgram", "b = socket inet dgram")
        #expect(try shell.reply("compose") == .socket("a"))
    }

    @Test func scopesNest() throws {
        let shell = ComposedSession { invocation throws(Failure) in
            try invocation.temporarily { () throws(Failure) in
                _ = try invocation.temporarily { () throws(Failure) in try invocation.socket(.inet, stream) }
                _ = try? invocation.temporarily { () throws(Failure) -> Value in
                    _ = try invocation.socket(.inet6, stream)
                    throw invocation.failure(.noSuchJob, "the inner one failed")
                }
                #expect(invocation.session.sockets.count == 1)
                throw invocation.failure(.noCalls, "the outer one failed")
            }
        }
        #expect(try shell.failure("compose").className == "NoCalls")
        #expect(shell.calls == ["socket", "socket", "close", "close"] && shell.open.isEmpty)
    }

    @Test func receivedDescriptorsAreItsOwnToo() throws {
        let shell = ComposedSession { invocation throws(Failure) in
            try invocation.temporarily { () throws(Failure) in
                let (here, there) = try invocation.socketpair()
                let rights = AncillaryMessage.rights([here.descriptor])
                _ = try invocation.sendmsg([[1]], to: nil, ancillary: [rights], on: here, flags: [])
                let message = try invocation.recvmsg(10, controlSize: 1024, on: there, flags: []).output
                for case .rights(let descriptors) in message.ancillary { _ = invocation.adopt(received: descriptors) }
                #expect(invocation.session.sockets.count == 3)
                throw invocation.failure(.noData, "given up")
            }
        }
        #expect(try shell.failure("compose").className == "NoData")
        #expect(shell.open.isEmpty)
    }

    @Test func aCloseThatAFaultKeepsFromTheKernelLeavesTheSocket() throws {
        let shell = ComposedSession { invocation throws(Failure) in
            try invocation.temporarily { () throws(Failure) in
                _ = try invocation.socket(.inet, stream)
                throw invocation.failure(.noData, "given up")
            }
        }
        shell.inject(.close, .ioError)
        #expect(try shell.failure("compose").className == "NoData")
        #expect(shell.calls == ["socket", "close EIO"] && shell.open == ["s1"])
    }

    @Test(arguments: [false, true]) func cancelClosesWhatWasMade(lingers: Bool) throws {
        let shell = ComposedSession { invocation throws(Failure) in
            try invocation.temporarily { () throws(Failure) in
                let socket = try invocation.socket(.inet, stream)
                if lingers, let option = SocketOption.find("SO_LINGER", level: .socket),
                    let value = try? option.encode(["on", "5"])
                {
                    try invocation.setsockopt(option, value, on: socket)
                }
                try invocation.listen(socket, backlog: 1)
                _ = try invocation.accept(socket)
                return .none
            }
        }
        try shell.reply("mine = socket inet dgram", "compose &")
        let session = shell.session
        // The job has begun to wait when the statement is over and the session is at rest.
        while !session.locked({ session.isAtRest }) { try shell.reply("sleep 0.001") }
        #expect(shell.open.count == 2 && shell.current == "mine")
        try shell.reply("cancel 1")
        #expect(shell.open == ["mine"] && shell.calls.suffix(2) == ["accept EINTR", "close"])
    }

    @Test func aTimeoutClosesWhatWasMade() throws {
        let shell = ComposedSession { invocation throws(Failure) in
            try invocation.temporarily { () throws(Failure) in
                let (here, _) = try invocation.socketpair()
                try invocation.setTimeout(0.01, on: here)
                return .bytes(try invocation.recv(1, on: here))
            }
        }
        #expect(try shell.failure("compose").className == "timeout")
        #expect(shell.open.isEmpty && shell.calls == ["socketpair", "recv EINTR", "close", "close"])
    }

    /// In a process of its own: Ctrl-C ends whatever the foreground of a process waits for.
    @Test func controlCClosesWhatWasMade() async {
        await #expect(processExitsWith: .success) {
            Interrupts.listen()
            let shell = ComposedSession { invocation throws(Failure) in
                try invocation.temporarily { () throws(Failure) in
                    .bytes(try invocation.recv(1, on: try invocation.socketpair().0))
                }
            }
            let session = shell.session
            _ = startThread {
                while !session.locked({ session.isWaiting }) { usleep(1000) }
                kill(getpid(), SIGINT)
            }
            let failure = try shell.failure("compose")
            #expect(failure.isInterruption)
            #expect(shell.open.isEmpty && shell.calls == ["socketpair", "recv EINTR", "close", "close"])
        }
    }

    @Test func aJobThatMakesASocketMeanwhileKeepsIt() throws {
        let shell = ComposedSession { invocation throws(Failure) in
            try invocation.temporarily { () throws(Failure) in
                _ = try invocation.socket(.inet, stream)
                try invocation.pause { invocation.session.sockets["theirs"] != nil }
                throw invocation.failure(.noData, "given up")
            }
        }
        try shell.reply("compose &", "theirs = socket inet dgram")
        #expect(try shell.failure("wait 1").className == "NoData")
        #expect(shell.open == ["theirs"] && shell.current == "theirs")
    }
}
