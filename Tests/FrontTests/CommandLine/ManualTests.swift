import Commands
import Testing

@testable import Front

@Suite struct ManualTests {
    @Test func isMadeOfTheDeclarations() throws {
        let tool = try #require(ToolInfo(json: NetShell._dumpHelp()))
        let page = Manual(tool: tool.command, version: Release.version, registry: .taking(LessonRequest())).text(
            usage: "x"
        )
        #expect(page.hasPrefix(".TH NETSHELL 1") && page.contains(Release.version))
        for name in NetShell.subcommandNames.dropFirst() { #expect(page.contains("netshell \(name)"), "\(name)") }
        for status in ExitStatus.allCases {
            #expect(page.contains(status.meaning.split(separator: "-").joined(separator: "\\-")))
        }
    }

    @Test func damagedInformationIsNone() { #expect(ToolInfo(json: "{") == nil) }
}
