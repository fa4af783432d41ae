import SystemPackage
import Testing

@testable import Sockets

/// Nothing here queries a name server: hosts are in /etc/hosts, or refused before they are sent.
@Suite(.timeLimit(.minutes(5))) struct HostEntryTests {
    let kernel = Kernel()

    @Test func findsLocalhostBothWays() throws {
        let byName = kernel.gethostbyname("localhost")
        let entry = try #require(byName.output)
        #expect(byName.result == 0 && byName.failure == nil)
        #expect(entry.family == .inet)
        #expect(entry.addresses.contains(.inet(.loopback)))
        let byAddress = try #require(kernel.gethostbyaddr(.inet(.loopback)).output)
        #expect(([byAddress.name] + byAddress.aliases).contains("localhost"))
        #expect(byAddress.addresses == [.inet(.loopback)])
    }

    @Test func takesDigits() {
        #expect(kernel.gethostbyname("192.0.2.1").output?.addresses.map(\.description) == ["192.0.2.1"])
    }

    @Test func failuresAreHErrnos() {
        // A label of more than 63 bytes does not fit in a query (RFC 1035 section 2.3.4).
        let returned = kernel.gethostbyname(String(repeating: "x", count: 70))
        guard case .host = returned.failure else {
            Issue.record("\(String(describing: returned.failure))")
            return
        }
        #expect(returned.result == -1 && returned.output == nil)
        #expect(kernel.gethostbyname("localhost\0").failure == .refused(.containsNUL))
        #expect(kernel.gethostbyname(String(repeating: "x", count: 1025)).failure == .refused(.tooLong))
    }

    @Test func faultsComeAsHErrnosAndAsErrno() {
        kernel.inject(Fault(call: .gethostbyname, host: .tryAgain))
        #expect(kernel.gethostbyname("localhost").failure == .host(.tryAgain))
        kernel.inject(Fault(call: .gethostbyaddr, errno: .ioError))
        let returned = kernel.gethostbyaddr(.inet(.loopback))
        #expect(returned.failure == .system(.ioError) && returned.injected && returned.result == -1)
        kernel.inject(Fault(call: .close, host: .noData))
        #expect(kernel.close(-1).errno == .ioError)
    }

    @Test func errorsHaveNames() {
        for known in ResolverError.known {
            #expect(ResolverError(name: known.name.lowercased()) == known.value)
            #expect(ResolverError(name: String(known.name.dropFirst(4))) == known.value)
            #expect(known.value.sentence == known.about)
        }
        for known in HostError.known { #expect(HostError(name: known.name.lowercased()) == known.value) }
        for bad in ["", "EAI_", "EAI_NOPE", "3", "-2", "noname\0"] {
            #expect(ResolverError(name: bad) == nil)
            #expect(HostError(name: bad) == nil)
        }
        #expect(ResolverError(rawValue: -99).sentence == "resolver error -99")
        #expect(NameFailure.resolver(.noName).name == "EAI_NONAME")
        #expect(NameFailure.host(.noData).name == "NO_DATA")
        #expect(NameFailure.system(.brokenPipe).name == "EPIPE")
        #expect(NameFailure.notFound(.embedded).name == nil)
    }

    @Test func theHostHasAName() {
        let returned = kernel.gethostname()
        #expect(returned.errno == nil && returned.result == 0)
        #expect(!returned.output.isEmpty && !returned.output.contains("\0"))
    }

    @Test func theFullNameIsTheFirstWithADot() throws {
        var names: [UnsafeMutablePointer<CChar>?] = [strdup("a"), strdup("b.example"), strdup("c.example"), nil]
        defer { names.forEach { free($0) } }
        let entry = names.withUnsafeMutableBufferPointer { buffer in
            var raw = hostent()
            raw.h_name = buffer[0]
            raw.h_aliases = buffer.baseAddress.map { $0 + 1 }
            return HostEntry(raw)
        }
        #expect(entry.aliases == ["b.example", "c.example"])
        #expect(entry.fullName == "b.example")
    }
}
