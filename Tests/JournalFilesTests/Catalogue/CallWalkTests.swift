import Commands
import Journal
import Shell
import Sockets
import Testing

@testable import Drawing
@testable import Explaining
@testable import Exporting
@testable import JournalFiles
@testable import Reading

/// A walk over the catalogue of calls and every view. It tells whoever adds a row which views do not know it: an
/// empty cell is filled by a view's own words for the call, or by the reason why it has none.
@Suite struct CallWalkTests {
    @Test(arguments: CallKind.allCases) func theTextHasEveryArgument(_ kind: CallKind) {
        let text = CallText(Sample.call(kind)).text
        #expect(text.hasPrefix("\(kind.name)(") && !text.contains("arg1"), "CallText: \(kind.name)")
    }

    @Test(arguments: CallKind.allCases) func explainSaysWhyItMattered(_ kind: CallKind) {
        let call = Sample.call(kind)
        let sentence = CallReason(call, kind: SocketKinds.Kind(family: .inet, type: .stream)).sentence
        let isSilent = CallKind.withoutReason[kind] != nil
        #expect(
            (sentence != nil) != isSilent,
            "\(kind.name) has no sentence in Explaining/Calls/CallReason, and no reason in CallKind.withoutReason"
        )
    }

    @Test(arguments: CallKind.allCases) func theDiagramHasALabel(_ kind: CallKind) {
        let label = CallLabel(Sample.call(kind), CallNote()) { _ in nil }
        // What never gets into a journal has no label to draw.
        let isUnread = CallKind.withoutReason[kind] != nil
        #expect(
            (label.written != nil) != isUnread,
            "\(kind.name) has no label in Drawing/Diagram/CallLabel"
        )
    }

    @Test(arguments: CallKind.allCases, ProgramLanguage.allCases)
    func theProgramMakesItOrSaysThatItDoesNot(_ kind: CallKind, _ language: ProgramLanguage) throws {
        let program = try Program([Sample.maker, Sample.call(kind)])
        let steps = program.steps.filter { $0.call == 2 || kind == .socket }
        #expect(!steps.isEmpty, "\(kind.name) is no step of an exported program")
        let isComment = steps.allSatisfy { $0.action.remark != nil }
        #expect(
            isComment == (CallKind.leftOut[kind] != nil),
            "\(kind.name) has no action in Exporting/Program/ProgramBuilder, and no reason in CallKind.leftOut"
        )
        let text = try program.text(in: language)
        // A close stands at the program's end anyway.
        guard !isComment, kind != .socket, kind != .close, kind != .close_range else { return }
        let isWritten = try text != Program([Sample.maker]).text(in: language)
        #expect(
            isWritten && !text.contains("if (0 == -1)") && !text.contains("if 0 == -1"),
            "the renderer of \(language) in Exporting has no line for \(kind.name)"
        )
    }

    @Test(arguments: CallKind.allCases) func aLogOfStraceIsReadWithIt(_ kind: CallKind) throws {
        guard CallKind.unread[kind] == nil else { return }
        #expect(StraceRecorder.wants(kind.name), "\(kind.name) of a log is not read, and CallKind.unread has no reason")
        let line = try #require(
            Sample.lines[kind],
            "\(kind.name) has no line of strace among the samples of this walk"
        )
        var reader = StraceLogReader()
        reader.take(Array((Sample.log + line + "\n").utf8)[...])
        let (journal, _) = try reader.finish()
        let call = try #require(journal[2], "\(line) did not come into the journal")
        #expect(call.kind == kind && CallText(call).text.hasPrefix("\(kind.name)("), "\(line)")
        let names = Set(kind.row.parameters + ["in_file", "msg_name", "msg_iov", "msg_control"])
        for argument in call.arguments { #expect(names.contains(argument.name), "\(argument.name) of \(kind.name)") }
    }

    @Test(arguments: CallKind.allCases) func aCommandsHelpNamesItsManualPage(_ kind: CallKind) {
        let isMade = Registry.all.commands.contains { $0.function == "\(kind.name)(\(kind.row.section))" }
        #expect(
            isMade != (CallKind.withoutCommand[kind] != nil),
            "no command's help names \(kind.name)(\(kind.row.section)), or CallKind.withoutCommand says that none does"
        )
    }

    @Test(arguments: CallKind.allCases) func theDiagnosisKnowsItsFailures(_ kind: CallKind) {
        let made = Registry.all.commands.compactMap(\.function).contains("\(kind.name)(\(kind.row.section))")
        let hasRule = Diagnosis.explained.contains { $0.call == kind.name }
        guard made || hasRule else { return }
        #expect(
            hasRule != (CallKind.withoutRule[kind] != nil),
            "\(kind.name) is in no rule of Explaining/Diagnosis/Rules, and CallKind.withoutRule has no reason"
        )
    }
}
