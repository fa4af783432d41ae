import Testing

@testable import Sockets

@Suite(.timeLimit(.minutes(5))) struct HeldConnectionTests {
    private let local = SocketAddress.inet(.loopback, port: 0xd5f7)
    private let peer = SocketAddress.inet(.loopback, port: 0x8570)

    private func found(_ line: String) -> HeldConnection? {
        HeldConnection(table: Array("  sl  local_address …\n\(line)\n".utf8), local: local, peer: peer)
    }

    #if _endian(little)
        @Test func readsALineOfTheTable() {
            let start = "   1: 0100007F:D5F7 0100007F:8570"
            let waiting = "\(start) 06 00000000:00000000 03:000001A9 00000000     0        0 0 3 000000005057ea1b"
            #expect(found(waiting) == .held(state: .timeWait, seconds: 4.25, isOpen: false))
            let open = "\(start) 01 00000000:00000000 00:00000000 00000000     0        0 571 1 00 100 0 0 10 0"
            #expect(found(open) == .held(state: .established, seconds: nil, isOpen: true))
        }
    #endif

    @Test(arguments: ["", "1:", "1: 0100007F:D5F7 0100007F:8570", "1: 0100007F:D5F8 0100007F:8570 06 0 0 0 0 0 0 0"])
    func whatIsNotThereIsNotFound(_ line: String) { #expect(found(line) == nil) }

    @Test func anotherFamilyHasNoConnections() {
        #expect(HeldConnection(table: [], local: .unix(.unnamed), peer: .unix(.unnamed)) == nil)
    }
}
