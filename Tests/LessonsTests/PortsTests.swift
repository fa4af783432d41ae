import Sockets
import Testing

@testable import Lessons

@Suite struct PortsTests {
    /// A port that was free a moment ago.
    private func freePort() throws -> UInt16 {
        let kernel = Kernel()
        let descriptor = Int32(kernel.socket(.inet, type: SocketType.stream.rawValue, protocol: .automatic).result)
        defer { _ = kernel.close(descriptor) }
        _ = kernel.bind(descriptor, to: .inet(.loopback, port: 0))
        return UInt16(try #require(Observation.localAddress(of: descriptor)?.port))
    }

    @Test func twoPlaysNeverMeet() throws {
        let number = try freePort()
        let plays = (0..<4).map { _ in Ports([("PORT", number), ("OTHER", number)]) }
        let words = plays.flatMap(\.words.values)
        #expect(words.count == 8 && Set(words).count == 8)
    }

    @Test func aPlayKeepsWhatIsFree() throws {
        var ports = Ports([("PORT", try freePort())])
        let before = ports.words
        ports.chooseAgain()
        #expect(ports.words == before)
    }

    @Test func aPortThatSomebodyHoldsIsPassedBy() throws {
        let kernel = Kernel()
        let descriptor = Int32(kernel.socket(.inet, type: SocketType.stream.rawValue, protocol: .automatic).result)
        defer { _ = kernel.close(descriptor) }
        _ = kernel.bind(descriptor, to: .inet(.loopback, port: 0))
        let taken = UInt16(try #require(Observation.localAddress(of: descriptor)?.port))
        #expect(Ports([("PORT", taken)]).words["PORT"] != String(taken))
    }

    @Test(arguments: [UInt16.max, 65400]) func theLastNumbersHaveFewNeighbours(number: UInt16) {
        #expect(Ports([("PORT", number), ("OTHER", number)]).words.count == 2)
    }

    #if os(Linux)
        @Test func aHoldEndsWithItsOwner() throws {
            let number = try freePort()
            var hold = PortHold(number)
            #expect(hold?.number == number && PortHold(number) == nil)
            hold = nil
            #expect(PortHold(number) != nil)
        }
    #endif
}
