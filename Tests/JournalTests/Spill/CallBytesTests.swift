import Sockets
import SystemPackage
import Testing

@testable import Journal

@Suite struct CallBytesTests {
    private func bytes(_ calls: [Call]) -> [UInt8] {
        var writer = ByteWriter()
        writer.values(calls)
        return writer.bytes
    }

    private func calls(_ bytes: [UInt8]) throws -> [Call] {
        try bytes.withUnsafeBytes { buffer in
            var reader = ByteReader(buffer)
            let calls: [Call] = try reader.values()
            guard reader.isAtEnd else { throw Malformed() }
            return calls
        }
    }

    private static let contents: [Argument.Content] = [
        .descriptor(-1), .integer(.min), .integer(.max), .integer(-1), .constant("AF_INET", 2), .room(1 << 40), .null,
        .text("a\0\u{1F600}"), .address(.inet6(.loopback, port: 65535, flowInfo: 7, scope: 1)),
        .address(.unix(.path(Array("/tmp/x".utf8)))), .address(.unix(.abstract([0, 255]))), .address(.unspecified),
        .address(.inet(.any, port: 0)), .address(.inet(.loopback, port: 65535)),
        .data(Clip([])), .data(Clip(Array("hello".utf8))), .list([.list([.null, .integer(1)]), .data(Clip([0]))]),
        .poll([PollEntry(descriptor: 3, events: .readable, returned: PollEvents(rawValue: .min))]),
        .ancillary([.rights([3, 4]), .timeToLive(64), .other(level: 9, type: 9, [1, 2, 3])]),
    ]

    private static let options: [OptionValue] = [
        .boolean(true), .integer(-5), .unsigned(.max), .seconds(0.1), .linger(on: true, seconds: 5), .text("x"),
        .bytes([1, 2]), .address("::1"), .choice(nil, 3), .choice("reno", -3), .flags(["A", "B"], 3),
        .list(["a", "b"]),
        .structure([OptionValue.Field(name: "tcpi_rtt", value: .integer(5), about: "round-trip time, µs")]),
    ]

    @Test(arguments: contents + options.map { .option($0, raw: [1, 2, 3]) })
    func everyValueComesBack(_ content: Argument.Content) throws {
        let call = Call.full(content)
        #expect(try calls(bytes([call])) == [call])
    }

    @Test(
        arguments: [
            .errno(.connectionReset), .name(.resolver(ResolverError(rawValue: -2))),
            .name(.host(HostError(rawValue: 1))), .name(.system(.notPermitted)), .name(.notFound(.system)),
            .name(.notFound(.embedded)), .name(.refused(.containsNUL)), .name(.refused(.tooLong)),
        ] as [CallError]
    )
    func everyErrorComesBack(_ error: CallError) throws {
        let call = Call.full(error: error, made: [MadeSocket(id: 7, name: "c", descriptor: 4)])
        #expect(try calls(bytes([call, .sample()])) == [call, .sample()])
    }

    @Test(arguments: ["mmap", "", "connect", "clone3"]) func everyTitleComesBack(_ name: String) throws {
        let call = Call.sample(name)
        let back = try #require(try calls(bytes([call])).first)
        #expect(back == call && back.name == name && back.kind == CallKind(name: name))
    }

    @Test func ofDataTheBeginningComesBack() throws {
        let data = (0..<Clip.limit).map { UInt8(truncatingIfNeeded: $0) }
        let read = try calls(bytes([.full(.data(Clip(data + data)))]))
        let clip = Clip(restoring: Array(data.prefix(Clip.beginningLimit)), count: 2 * Clip.limit)
        #expect(read.first?.argument("a") == clip.map { .data($0) })
    }

    @Test func whatIsCutOffIsMalformed() {
        let whole = bytes([.full(.option(Self.options[12], raw: [1]), error: .errno(.interrupted))])
        for count in 0..<whole.count {
            #expect(throws: Malformed.self) { try calls(Array(whole.prefix(count))) }
        }
        #expect(throws: Malformed.self) { try calls(whole + [0]) }
    }

    @Test func anyBytesAreReadOrMalformed() throws {
        var generator = SystemRandomNumberGenerator()
        let whole = bytes(Self.contents.map { .full($0) })
        for _ in 0..<2000 {
            var broken = whole
            for _ in 0..<3 {
                broken[Int(generator.next() % UInt64(broken.count))] = UInt8(truncatingIfNeeded: generator.next())
            }
            _ = try? calls(broken)
        }
    }
}
