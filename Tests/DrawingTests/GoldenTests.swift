import Journal
import Language
import Sockets
import SystemPackage
import TestSupport
import Testing

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

@testable import Drawing

/// Drawings compared with the files in Golden. `NETSHELL_GOLDEN=write swift test --filter GoldenTests` rewrites them;
/// review them before committing.
@Suite struct GoldenTests {
    @Test(arguments: Sessions.all.map(\.name), [80, 120])
    func diagram(name: String, width: Int) throws {
        let text = DiagramText.text(SequenceDiagram(Sessions.calls(name)), width: width)
        try Golden.expect(text, "\(name).diagram.\(width).txt")
        for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width) }
    }

    @Test(arguments: Sessions.all.map(\.name), [80, 120])
    func ruler(name: String, width: Int) throws {
        let text = RulerText.text(Ruler.rulers(Sessions.calls(name), socket: nil), width: width)
        if text.isEmpty { return }
        try Golden.expect(text, "\(name).ruler.\(width).txt")
        for line in text.split(separator: "\n") { #expect(DisplayWidth.of(String(line)) <= width) }
    }

    @Test(arguments: ["article", "blocking", "hostile"])
    func ascii(name: String) throws {
        let calls = Sessions.calls(name)
        let text = DiagramText.text(SequenceDiagram(calls), width: 80, isASCII: true)
        try Golden.expect(text, "\(name).ascii.80.txt")
        let ruler = RulerText.text(Ruler.rulers(calls, socket: nil), width: 80, isASCII: true)
        #expect((text + ruler).utf8.allSatisfy { $0 == 0x0a || $0 >= 0x20 && $0 < 0x7f })
    }

    @Test(arguments: ["article", "hostile"])
    func mermaid(name: String) throws {
        try Golden.expect(DiagramMermaid.text(SequenceDiagram(Sessions.calls(name))), "\(name).mmd")
    }

    @Test(arguments: ["article", "hostile"])
    func svg(name: String) throws {
        try Golden.expect(DiagramSVG.text(SequenceDiagram(Sessions.calls(name))), "\(name).svg")
    }
}

/// The files that drawings are compared with.
private enum Golden {
    static let folder = FilePath(#filePath).removingLastComponent().pushing(FilePath("Golden"))

    static func expect(_ text: String, _ name: String) throws {
        let path = folder.pushing(FilePath(name))
        if writes {
            let file = try FileDescriptor.open(
                path,
                .writeOnly,
                options: [.create, .truncate],
                permissions: [.ownerReadWrite, .groupRead, .otherRead]
            )
            try file.closeAfter { _ = try file.writeAll(text.utf8) }
            return
        }
        let expected = try read(path)
        #expect(text == expected, "\(name) differs")
    }

    private static var writes: Bool {
        getenv("NETSHELL_GOLDEN").map { String(cString: $0) } == "write"
    }

    private static func read(_ path: FilePath) throws -> String {
        let file = try FileDescriptor.open(path, .readOnly)
        return try file.closeAfter {
            var bytes: [UInt8] = []
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while true {
                let count = try buffer.withUnsafeMutableBytes { try file.read(into: $0) }
                if count == 0 { return String(decoding: bytes, as: UTF8.self) }
                bytes += buffer.prefix(count)
            }
        }
    }
}
