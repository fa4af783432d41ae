import SystemPackage
import Testing

@testable import Sockets

@Suite struct ErrnoNamesTests {
    @Test(arguments: [
        (ECONNREFUSED, "ECONNREFUSED", "ConnectionRefused"), (EAGAIN, "EAGAIN", "WouldBlock"),
        (EPERM, "EPERM", "OperationNotPermitted"), (EACCES, "EACCES", "PermissionDenied"),
        (EBADF, "EBADF", "BadDescriptor"), (EPIPE, "EPIPE", "BrokenPipe"),
        (EOPNOTSUPP, "EOPNOTSUPP", "OperationNotSupported"),
    ])
    func namesTheUsualOnes(number: Int32, name: String, className: String) {
        let errno = Errno(rawValue: number)
        #expect(errno.name == name)
        #expect(errno.className == className)
    }

    @Test func everyNumberOfTheSystemHasItsOwnNames() {
        for number in 1..<Int32(134) where strerror(number).map({ !String(cString: $0).hasPrefix("Unknown") }) == true {
            #expect(Errno(rawValue: number).name != "E\(number)", "\(number)")
        }
        let entries = ErrnoTable.entries
        #expect(Set(entries.map(\.name)).count == entries.count)
        #expect(Set(entries.map(\.className)).count == entries.count)
        #expect(Set(entries.map(\.errno)).count == entries.count)
        for entry in entries {
            #expect(!entry.sentence.hasSuffix(".") && entry.sentence.first?.isLetter == true, "\(entry)")
            #expect(
                entry.className.first?.isUppercase == true && entry.className.allSatisfy { $0.isLetter || $0.isNumber }
            )
        }
    }

    @Test func everyNameIsTakenBack() {
        for (name, errno) in Errno.named {
            #expect(Errno(name: name) == errno)
            #expect(Errno(name: name.lowercased()) == errno)
            #expect(Errno(name: String(name.dropFirst())) == errno)
            #expect(Errno(className: errno.className.uppercased()) == errno)
        }
    }

    @Test func aliasesAndNumbersAreUnderstood() {
        #expect(Errno(name: "EWOULDBLOCK") == Errno(rawValue: EAGAIN))
        #expect(Errno(name: "wouldblock") == Errno(rawValue: EAGAIN))
        #expect(Errno(rawValue: 9999).name == "E9999")
        #expect(Errno(rawValue: 9999).sentence == "error 9999")
        #expect(Errno(name: "E9999") == Errno(rawValue: 9999))
    }

    @Test(arguments: ["", "E", "EE", "E-1", "E0", "E99999999999", "ECONN", "EPIPE\0", "9999", "é"])
    func refusesWhatIsNoName(name: String) { #expect(Errno(name: name) == nil) }
}
