import SystemPackage
import Testing

@testable import Sockets

@Suite(.timeLimit(.minutes(5))) struct ServicesTests {
    let kernel = Kernel()
    let missing = NameDatabases(services: "/nonexistent/services", protocols: "/nonexistent/protocols")

    @Test func findsHTTPWhereverItAsks() throws {
        let returned = kernel.getservbyname("http", protocol: "tcp")
        let entry = try #require(returned.output)
        #expect(returned.failure == nil && returned.result == 0)
        #expect(entry.port == 80 && entry.name == "http" && entry.protocolName == "tcp")
        #expect(entry.source == (NameDatabases.system.hasServices ? .system : .embedded))
        #expect(kernel.getservbyname("http").output?.port == 80)
        #expect(kernel.getservbyport(80, protocol: "tcp").output?.name == "http")
        #expect(kernel.getservbyport(53, protocol: "udp").output?.name == "domain")
    }

    @Test func findsTCPWhereverItAsks() throws {
        let entry = try #require(kernel.getprotobyname("tcp").output)
        #expect(entry.number == .tcp && entry.source == (NameDatabases.system.hasProtocols ? .system : .embedded))
        #expect(kernel.getprotobynumber(.udp).output?.name == "udp")
    }

    @Test func theEmbeddedTableAnswersOnlyWithoutAFile() throws {
        let unknown = "no-such-service"
        #expect(kernel.getservbyname(unknown, databases: missing).failure == .notFound(.embedded))
        #expect(kernel.getprotobyname(unknown, databases: missing).failure == .notFound(.embedded))
        #expect(kernel.getservbyport(60001, protocol: "tcp", databases: missing).failure == .notFound(.embedded))
        #expect(
            kernel.getprotobynumber(ProtocolNumber(rawValue: 9999), databases: missing).failure == .notFound(.embedded)
        )
        let present = NameDatabases(services: "/", protocols: "/")
        #expect(kernel.getservbyname(unknown, databases: present).failure == .notFound(.system))
        #expect(kernel.getprotobyname(unknown, databases: present).failure == .notFound(.system))
        // What the system does not know despite its file is found once that file is gone.
        for entry in ServiceTable.entries {
            guard kernel.getservbyname(entry.name, protocol: entry.protocolName).output == nil else { continue }
            let found = kernel.getservbyname(entry.name, protocol: entry.protocolName, databases: missing).output
            #expect(found?.port == entry.port && found?.source == .embedded)
        }
    }

    @Test func theChoiceBetweenDatabases() {
        func choose(_ system: Int?, file: Bool, _ embedded: Int?) -> (Int?, NameFailure?, Int) {
            let outcome = databaseOutcome((0, system), fileExists: file) { embedded }
            return (outcome.output, outcome.failure, outcome.result)
        }
        #expect(choose(1, file: true, 2) == (1, nil, 0))
        #expect(choose(1, file: false, 2) == (1, nil, 0))
        #expect(choose(nil, file: true, 2) == (nil, .notFound(.system), -1))
        #expect(choose(nil, file: false, 2) == (2, nil, 0))
        #expect(choose(nil, file: false, nil) == (nil, .notFound(.embedded), -1))
    }

    @Test func theEmbeddedTablesAreWhole() {
        #expect(ServiceTable.entry(named: "www", "tcp")?.port == 80)
        #expect(ServiceTable.entry(named: "domain", nil)?.port == 53)
        #expect(ServiceTable.entry(named: "http", "sctp") == nil)
        #expect(ServiceTable.entry(port: 69, nil)?.name == "tftp")
        #expect(ServiceTable.entry(port: 69, "tcp") == nil)
        #expect(Set(ServiceTable.entries.map(\.name)).count >= 150)
        #expect(ServiceTable.entries.allSatisfy { $0.port > 0 && ["tcp", "udp"].contains($0.protocolName) })
        let pairs = ServiceTable.entries.map { "\($0.port)/\($0.protocolName)" }
        #expect(Set(pairs).count == pairs.count)
        #expect(ProtocolTable.entry(named: "ICMP")?.number == .icmp)
        #expect(ProtocolTable.entry(number: .icmpv6)?.name == "ipv6-icmp")
        #expect(ProtocolTable.entries.count >= 40)
        #expect(ServiceTable.entries(line: "http 70000 tcp").isEmpty && ServiceTable.entries(line: "http 80").isEmpty)
        #expect(ProtocolTable.entry(line: "tcp") == nil && ProtocolTable.entry(line: "tcp six") == nil)
    }

    @Test func agreesWithTheSystem() {
        for entry in ServiceTable.entries {
            guard let known = kernel.getservbyname(entry.name, protocol: entry.protocolName).output else { continue }
            #expect(known.port == entry.port, "\(entry)")
        }
    }

    @Test func refusesWhatCCannotTake() {
        #expect(kernel.getservbyname("http\0", protocol: "tcp").failure == .refused(.containsNUL))
        #expect(kernel.getservbyname("http", protocol: "tcp\0").failure == .refused(.containsNUL))
        #expect(kernel.getservbyport(80, protocol: "\0").failure == .refused(.containsNUL))
        let long = String(repeating: "x", count: 100_000)
        #expect(kernel.getservbyname(long).failure == .refused(.tooLong))
        #expect(kernel.getprotobyname(long).failure == .refused(.tooLong))
        #expect(kernel.getprotobyname("").output == nil)
        #expect(kernel.getprotobynumber(ProtocolNumber(rawValue: -1)).output == nil)
    }

    @Test func faultsStopTheCall() {
        kernel.inject(Fault(call: .getservbyname, failure: .notFound(.system)))
        let returned = kernel.getservbyname("http", databases: missing)
        #expect(returned.failure == .notFound(.system) && returned.injected && returned.output == nil)
    }
}
