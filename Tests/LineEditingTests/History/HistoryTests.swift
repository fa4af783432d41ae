import Glibc
import Synchronization
import Testing

@testable import LineEditing

@Suite struct HistoryTests {
    /// A folder of its own for each test.
    private final class Folder {
        let path: String

        init() {
            var name = Array("/tmp/netshell-history-XXXXXX".utf8CString)
            path = mkdtemp(&name).map { String(cString: $0) } ?? "/tmp"
        }

        deinit {
            for name in ["state/netshell/history", "state/netshell", "state", "history", ""] {
                remove(path + "/" + name)
            }
        }

        func write(_ bytes: [UInt8], to name: String = "history") {
            let descriptor = open(path + "/" + name, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
            _ = Glibc.write(descriptor, bytes, bytes.count)
            close(descriptor)
        }

        func read(_ name: String = "history") -> String {
            let descriptor = open(path + "/" + name, O_RDONLY)
            defer { close(descriptor) }
            var bytes = [UInt8](repeating: 0, count: 1 << 22)
            let count = Glibc.read(descriptor, &bytes, bytes.count)
            return String(decoding: bytes[..<max(0, count)], as: UTF8.self)
        }
    }

    @Test func keepsEntriesInTheirOrder() {
        let folder = Folder()
        let path = folder.path + "/state/netshell/history"
        let first = History(path: path)
        first.add("socket inet stream")
        first.add("try {\n  connect a 80\n}")
        first.add("send \"a\\r\\n\"")
        let second = History(path: path)
        #expect(second.entries == first.entries)
        #expect(second.entries.count == 3)
        #expect(second.takeWarning() == nil)
        #expect(
            folder.read("state/netshell/history")
                == "socket inet stream\n\ttry {\\n  connect a 80\\n}\nsend \"a\\r\\n\"\n"
        )
    }

    @Test func aRepeatedEntryMovesToTheEnd() {
        let folder = Folder()
        let history = History(path: folder.path + "/history")
        for entry in ["a", "b", "a", "  ", " secret", "c ", ""] { history.add(entry) }
        #expect(history.entries == ["b", "a", "c"])
        history.close()
        #expect(folder.read() == "b\na\nc\n")
    }

    @Test func keepsNoMoreThanTheLimit() {
        let folder = Folder()
        let history = History(path: folder.path + "/history", limit: 3)
        for number in 1...5 { history.add("entry \(number)") }
        #expect(history.entries == ["entry 3", "entry 4", "entry 5"])
        let again = History(path: folder.path + "/history", limit: 3)
        #expect(again.entries == history.entries)
        again.close()
        #expect(folder.read() == "entry 3\nentry 4\nentry 5\n")
    }

    @Test func twoWritersLoseNothing() async {
        let folder = Folder()
        let path = folder.path + "/history"
        await withTaskGroup(of: Void.self) { group in
            for writer in 0..<4 {
                group.addTask {
                    let history = History(path: path)
                    for number in 0..<200 {
                        history.add("writer \(writer) entry \(number)")
                        history.add("common")
                    }
                    history.close()
                }
            }
        }
        let entries = Set(History(path: path).entries)
        #expect(entries.count == 4 * 200 + 1)
    }

    @Test func damageIsSaidOnceAndTheRestIsKept() {
        let folder = Folder()
        folder.write(
            Array("good one\n".utf8) + [0xFF, 0xFE, 0x0A, 0x00, 0x1B, 0x0A] + Array("\t\\q\ngood two\nunfini".utf8)
        )
        let history = History(path: folder.path + "/history")
        #expect(history.entries == ["good one", "good two", "unfini"])
        let warning = history.takeWarning()
        #expect(warning?.contains("3 damaged lines") == true)
        #expect(history.takeWarning() == nil)
        history.add("next")
        #expect(History(path: folder.path + "/history").entries == ["good one", "good two", "unfini", "next"])
    }

    @Test func aFolderInItsPlaceIsSaidOnce() {
        let history = History(path: "/tmp")
        #expect(history.takeWarning()?.hasPrefix("history: cannot open /tmp") == true)
        history.add("works on")
        #expect(history.entries == ["works on"])
        #expect(history.takeWarning() == nil)
    }

    @Test func aFullDiskIsSaidAndTheShellWorksOn() {
        let history = History(path: "/dev/full")
        #expect(history.takeWarning() != nil)
        history.add("works on")
        #expect(history.entries == ["works on"])
    }

    @Test(arguments: [
        "plain", "with \\ backslash", "two\nlines", "tab\there", "\tlead", "esc\u{1b}[0m", "日本\n語", "\\n",
    ])
    func linesComeBackAsTheyWere(entry: String) {
        let line = HistoryLine.encode(entry)
        #expect(!line.contains("\n"))
        #expect(HistoryLine.decode(Array(line.utf8)) == entry)
    }
}
