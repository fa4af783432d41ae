import Explaining
import Journal
import Sockets
import Testing

/// Resolver failures, as calls that its commands would record.
@Suite("Names that do not resolve")
struct LookupTests {
    private static let failures: [(rule: String, call: String, failure: NameFailure)] = [
        ("name.unknown.reverse", "getnameinfo", .resolver(.noName)),
        ("host.unknown", "gethostbyname", .host(.notFound)),
        ("host.unknown.address", "gethostbyaddr", .host(.notFound)),
        ("host.again", "gethostbyname", .host(.tryAgain)),
        ("host.fail", "gethostbyname", .host(.noRecovery)),
        ("host.nodata", "gethostbyname", .host(.noData)),
        ("service.unknown.port", "getservbyport", .notFound(.system)),
        ("protocol.unknown", "getprotobyname", .notFound(.embedded)),
        ("name.refused", "gethostbyname", .refused(.containsNUL)),
    ]

    static let rules = Set(failures.map(\.rule))

    @Test(arguments: failures.map(\.rule))
    func explained(rule: String) throws {
        let (_, call, reason) = try #require(Self.failures.first { $0.rule == rule })
        var journal = Journal()
        journal.append(
            Call(
                CallTitle(call),
                arguments: [Argument("name", .text("bad\u{1b}[31m"))],
                result: -1,
                error: .name(reason),
                start: 0,
                duration: 0
            )
        )
        let diagnosis = Diagnosis(of: Failure(.call(journal.newest(1)[0])), history: journal)
        #expect(diagnosis.rule == rule)
        #expect(!(diagnosis.cause ?? "").contains("\u{1b}"))
        #expect(!diagnosis.advice.joined().contains("\u{1b}"))
    }
}
