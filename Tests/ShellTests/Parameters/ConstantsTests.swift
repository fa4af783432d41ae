import Sockets
import TestSupport
import Testing

@testable import Shell

@Suite struct ConstantsTests {
    private let context = Context(session: Session(registry: Registry([]), output: Recorder()), socket: nil)

    private func offered<Constant: SymbolicConstant>(_ prefix: String, of _: Constant.Type) -> [String] {
        ConstantName<Constant>("NAME", wanted: "a name", about: "").complete(prefix, context).map(\.text)
    }

    @Test func whatIsInUseIsOfferedBeforeAnythingIsTyped() {
        #if os(Linux)
            let families = ["inet", "inet6", "unix", "packet", "netlink", "vsock"]
            #expect(offered("", of: AddressFamily.self) == families)
        #endif
        #expect(offered("a", of: AddressFamily.self).contains("appletalk"))
        #expect(offered("AF_", of: AddressFamily.self).contains("AF_CAN"))
        let protocols = offered("", of: ProtocolNumber.self)
        #expect(protocols.contains("tcp") && protocols.contains("ip") && !protocols.contains("hopopts"))
        #expect(offered("e", of: ProtocolNumber.self).contains("egp"))
        #expect(offered("", of: SocketType.self).count == SocketType.known.count)
    }
}
