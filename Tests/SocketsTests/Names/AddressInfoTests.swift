import SystemPackage
import Testing

@testable import Sockets

/// Nothing here queries a name server: names are in /etc/hosts, numeric, or refused before they are sent.
@Suite(.timeLimit(.minutes(5))) struct AddressInfoTests {
    let kernel = Kernel()

    @Test func resolvesDigitsOfBothVersions() throws {
        let hints = AddressHints(type: .stream, flags: [.numericHost, .numericService])
        let four = kernel.getaddrinfo(host: "192.0.2.7", service: "80", hints: hints)
        #expect(four.result == 0 && four.failure == nil && !four.injected)
        #expect(four.output.map(\.address) == [.inet(try #require(IPv4Address("192.0.2.7")), port: 80)])
        #expect(four.output.first?.type == .stream)
        #expect(four.output.first?.protocolNumber == .tcp)
        let six = kernel.getaddrinfo(host: "2001:db8::1", service: "443", hints: hints)
        #expect(six.output.map(\.address) == [.inet6(try #require(IPv6Address("2001:db8::1")), port: 443)])
        #expect(six.output.first?.family == .inet6)
    }

    @Test func resolvesLocalhostOnceForEachType() {
        let returned = kernel.getaddrinfo(host: "localhost", service: nil, hints: AddressHints(family: .inet))
        #expect(returned.failure == nil)
        #expect(Set(returned.output.map(\.address)) == [.inet(.loopback, port: 0)])
        #expect(Set(returned.output.map(\.type)).isSuperset(of: [.stream, .datagram]))
    }

    @Test func tellsTheCanonicalNameInTheFirstAnswer() {
        let hints = AddressHints(family: .inet, flags: [.canonicalName, .numericHost])
        let answers = kernel.getaddrinfo(host: "127.0.0.1", service: "7", hints: hints).output
        #expect(answers.first?.canonicalName == "127.0.0.1")
        #expect(answers.dropFirst().allSatisfy { $0.canonicalName == nil })
    }

    @Test func givesAnAddressToBindWithoutAHost() {
        let hints = AddressHints(family: .inet, type: .stream, flags: .passive)
        #expect(
            kernel.getaddrinfo(host: nil, service: "0", hints: hints).output.map(\.address) == [.inet(.any, port: 0)]
        )
    }

    @Test func mapsVersion4IntoVersion6() throws {
        let hints = AddressHints(family: .inet6, type: .stream, flags: [.v4Mapped, .numericHost])
        let answers = kernel.getaddrinfo(host: "192.0.2.1", service: nil, hints: hints).output
        #expect(answers.map(\.address) == [.inet6(try #require(IPv6Address("::ffff:192.0.2.1")), port: 0)])
    }

    @Test func failuresKeepTheCode() {
        let unknown = kernel.getaddrinfo(host: "name.invalid", service: nil, hints: AddressHints(flags: .numericHost))
        #expect(unknown.failure == .resolver(.noName))
        #expect(unknown.result == Int(EAI_NONAME))
        #expect(unknown.output.isEmpty)
        #expect(kernel.getaddrinfo(host: nil, service: nil).failure == .resolver(.noName))
        let family = AddressHints(family: AddressFamily(rawValue: 250))
        #expect(kernel.getaddrinfo(host: "::1", service: nil, hints: family).failure == .resolver(.family))
        let flags = AddressHints(flags: AddressInfoFlags(rawValue: 0x4000_0000))
        #expect(kernel.getaddrinfo(host: "::1", service: nil, hints: flags).failure == .resolver(.badFlags))
        let service = kernel.getaddrinfo(host: "::1", service: "no-such-service", hints: AddressHints(type: .stream))
        #expect(service.failure == .resolver(.service))
        let name = kernel.getaddrinfo(host: "::1", service: "http", hints: AddressHints(flags: .numericService))
        #expect(name.failure == .resolver(.noName))
    }

    @Test(arguments: ["localhost\0.evil.example", "\0", "127.0.0.1\0"])
    func refusesANUL(text: String) {
        #expect(kernel.getaddrinfo(host: text, service: nil).failure == .refused(.containsNUL))
        #expect(kernel.getaddrinfo(host: "localhost", service: text).failure == .refused(.containsNUL))
    }

    @Test func refusesAnOverlongName() {
        let name = String(repeating: "a.", count: 5000)
        let returned = kernel.getaddrinfo(host: name, service: nil)
        #expect(returned.failure == .refused(.tooLong))
        #expect(returned.result == Int(EAI_SYSTEM) && !returned.injected)
        let hints = AddressHints(flags: .numericHost)
        let longest = String(repeating: "1", count: NameProblem.longest)
        #expect(kernel.getaddrinfo(host: longest, service: nil, hints: hints).failure == .resolver(.noName))
    }

    @Test func faultsComeAsCodesAndAsErrno() {
        kernel.inject(Fault(call: .getaddrinfo, resolver: .again))
        let again = kernel.getaddrinfo(host: "localhost", service: nil)
        #expect(again.failure == .resolver(.again) && again.injected && again.result == Int(EAI_AGAIN))
        #expect(kernel.getaddrinfo(host: "127.0.0.1", service: nil).failure == nil)
        kernel.inject(Fault(call: .getnameinfo, errno: .tooManyOpenFiles, times: 2))
        for _ in 1...2 {
            let returned = kernel.getnameinfo(.inet(.loopback, port: 7), flags: .numericHost)
            #expect(returned.failure == .system(.tooManyOpenFiles) && returned.result == Int(EAI_SYSTEM))
        }
        #expect(kernel.getnameinfo(.inet(.loopback, port: 7), flags: [.numericHost]).failure == nil)
    }

    @Test func namesAnAddress() throws {
        let numeric: NameInfoFlags = [.numericHost, .numericService]
        let four = kernel.getnameinfo(.inet(.loopback, port: 80), flags: numeric)
        #expect(four.output == ("127.0.0.1", "80"))
        let six = kernel.getnameinfo(.inet6(try #require(IPv6Address("2001:db8::1")), port: 65535), flags: numeric)
        #expect(six.output == ("2001:db8::1", "65535"))
        #expect(kernel.getnameinfo(.inet(.loopback, port: 0), flags: .numericService).output.host == "localhost")
        #expect(
            kernel.getnameinfo(.other(AddressFamily(rawValue: 250), []), flags: numeric).failure == .resolver(.family)
        )
        #expect(kernel.getnameinfo(.other(.inet, [0]), flags: numeric).failure == .resolver(.family))
    }

    @Test func flagsAreSpelledEitherWay() {
        #expect(AddressInfoFlags(spelling: "passive|AI_CANONNAME") == [.passive, .canonicalName])
        #expect(AddressInfoFlags(spelling: "1|0") == .passive)
        #expect(AddressInfoFlags([.passive, .all]).description == "AI_PASSIVE|AI_ALL")
        #expect(NameInfoFlags(spelling: "dgram") == .datagram)
        #expect(NameInfoFlags(rawValue: 0x1000).description == "0x1000")
        #expect(NameInfoFlags([]).description == "0")
        for bad in ["", "|", "passive|", "nope", "-1", "99999999999", "passive\0"] {
            #expect(AddressInfoFlags(spelling: bad) == nil, "\(bad)")
        }
    }
}
