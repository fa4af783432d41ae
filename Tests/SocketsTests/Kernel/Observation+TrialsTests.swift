import Testing

@testable import Sockets

@Suite struct ObservationTrialsTests {
    @Test func aPortIsFreeUntilSomebodyHasIt() throws {
        let kernel = Kernel()
        let descriptor = Int32(kernel.socket(.inet, type: SocketType.stream.rawValue, protocol: .automatic).result)
        defer { _ = kernel.close(descriptor) }
        #expect(kernel.bind(descriptor, to: .inet(.any, port: 0)).errno == nil)
        #expect(kernel.listen(descriptor, backlog: 1).errno == nil)
        let port = try #require(Observation.localAddress(of: descriptor)?.port.map { UInt16($0) })
        #expect(Observation.freePort(port, .stream) == nil)
        #expect(Observation.freePort(port, .stream, isReused: true) == nil)
        #expect(try #require(Observation.freePort(0, .stream)) > 0)
        #expect(try #require(Observation.freePort(0, .datagram)) > 0)
    }

    @Test func whatCannotBeMadeOrBound() {
        #expect(Observation.canMake(.inet, .stream))
        #expect(Observation.canMake(.inet, .stream, boundTo: .inet(.loopback, port: 0)))
        #expect(!Observation.canMake(AddressFamily(rawValue: 9999), .stream))
        // A documentation address (RFC 5737) is nobody's.
        let far = IPv4Address(octets: [192, 0, 2, 1]) ?? .any
        #expect(!Observation.canMake(.inet, .stream, boundTo: .inet(far, port: 0)))
    }

    /// Trials leave no descriptor behind.
    @Test func nothingIsLeftOpen() {
        let before = (3..<2000).filter { Observation.isBlocking($0) != nil }.count
        for _ in 0..<500 { _ = Observation.freePort(0, .stream) }
        let after = (3..<2000).filter { Observation.isBlocking($0) != nil }.count
        #expect(abs(after - before) < 100)
    }
}
