import SystemPackage
import Testing

@testable import Sockets

@Suite struct AncillaryMessageTests {
    static let all: [AncillaryMessage] = [
        .rights([3, 4, 5]), .rights([]), .processDescriptor(5), .processDescriptor(-24),
        .credentials(pid: 7, uid: 1000, gid: 100),
        .packetInfo(interface: 1, specificDestination: .loopback, destination: .broadcast),
        .packetInfo6(address: .loopback, interface: 2), .timeToLive(64), .hopLimit(-1), .typeOfService(16),
        .trafficClass(0x20), .timestamp(seconds: 1_700_000_000, microseconds: 5),
        .timestampNanoseconds(seconds: 1_700_000_000, nanoseconds: 42), .segmentSize(1200), .joinedSize(1400),
        .timestamping(
            software: Moment(seconds: 1_700_000_000, nanoseconds: 7),
            hardware: Moment(seconds: 0, nanoseconds: 0)
        ),
        .originalDestination(.inet(.loopback, port: 80)), .originalDestination(.inet6(.loopback, port: 80)),
        .receiveError(ExtendedError(errno: .connectionRefused, origin: .local)),
        .receiveError(
            ExtendedError(
                errno: Errno(rawValue: EHOSTUNREACH),
                origin: .icmp6,
                type: 1,
                code: 3,
                info: 1280,
                data: 9,
                offender: .inet6(.loopback, port: 0),
                isVersion6: true
            )
        ),
        .other(level: 263, type: 8, [1, 2, 3]), .other(level: 77, type: 99, []),
    ]

    @Test(arguments: all) func comesBackAsItWent(message: AncillaryMessage) {
        let control = AncillaryMessage.control(of: [message])
        #expect(control.count == AncillaryMessage.space(message.payload.count))
        #expect(AncillaryMessage.messages(control: control) == [message])
    }

    @Test func severalComeBackInOrder() {
        let control = AncillaryMessage.control(of: Self.all)
        #expect(AncillaryMessage.messages(control: control) == Self.all)
    }

    /// Every prefix of a control buffer yields a prefix of the messages.
    @Test func readsNothingBeyondTheBuffer() {
        let control = AncillaryMessage.control(of: Self.all)
        for length in 0...control.count {
            let messages = AncillaryMessage.messages(control: Array(control.prefix(length)))
            #expect(messages == Array(Self.all.prefix(messages.count)), "\(length)")
        }
        #expect(AncillaryMessage.messages(control: []).isEmpty)
    }

    @Test(arguments: [0, 1, 15, 17, 21, 1000, Int.max, Int.max - 7, -1, Int.min]) func distrustsLengths(length: Int) {
        var control = AncillaryMessage.control(of: [.timeToLive(9)])
        control.replaceSubrange(0..<8, with: native(length))
        let messages = AncillaryMessage.messages(control: control)
        #expect(messages.count == (length == 17 || length == 21 ? 1 : 0))
    }

    @Test func anyBytesAreSurvived() {
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<2000 {
            var control = (0..<Int.random(in: 0...120, using: &generator)).map { _ in
                UInt8.random(in: 0...255, using: &generator)
            }
            // A plausible length, so that the decoders of the kinds are reached.
            if control.count >= 16 {
                control.replaceSubrange(0..<8, with: native(Int.random(in: 0...control.count + 4)))
                control.replaceSubrange(8..<12, with: native([Int32(0), 1, 17, 41].randomElement() ?? 0))
                control.replaceSubrange(12..<16, with: native(Int32.random(in: 0...110)))
            }
            for message in AncillaryMessage.messages(control: control) {
                #expect(message.payload.count <= control.count && !message.name.isEmpty)
                _ = message.description
            }
        }
    }

    @Test func theWrongSizeIsOther() {
        for message in Self.all {
            guard case .other = AncillaryMessage(kind: message.kind, payload: [1, 2, 3]) else {
                Issue.record("\(message)")
                continue
            }
        }
        #expect(AncillaryMessage(kind: .typeOfService, payload: [16]) == .typeOfService(16))
        #expect(AncillaryMessage(kind: .segmentSize, payload: native(Int32(-1))).name == "UDP_SEGMENT")
    }

    @Test func speaksInWords() {
        #expect(AncillaryMessage.rights([3, 4]).description == "descriptors 3, 4")
        #expect(AncillaryMessage.rights([3]).name == "SCM_RIGHTS")
        #expect(AncillaryMessage.timestamp(seconds: 9, microseconds: 5).description == "came at 9.000005")
        #expect(AncillaryMessage.other(level: 77, type: 9, [1]).description == "1 bytes of 77/9")
        #expect(
            AncillaryMessage.packetInfo6(address: .loopback, interface: 0).description == "to ::1 through any interface"
        )
        let error = ExtendedError(
            errno: .connectionRefused,
            origin: .icmp,
            type: 3,
            code: 3,
            offender: .inet(.loopback, port: 0)
        )
        #expect(error.description == "connection refused, told by 127.0.0.1: ICMP type 3 code 3")
    }
}
