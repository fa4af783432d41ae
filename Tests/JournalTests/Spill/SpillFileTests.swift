import Sockets
import SystemPackage
import Testing

@testable import Journal

@Suite struct SpillFileTests {
    /// A file whose descriptor is known.
    private func opened(_ path: String, capacity: Int = 1 << 20) throws -> SpillFile<Call> {
        SpillFile<Call>(try FileDescriptor.open(FilePath(path), .readWrite), capacity: capacity)
    }

    @Test func callsComeBackFromWhereTheyWere() throws {
        let file = try SpillFile<Call>.make(capacity: 1 << 20)
        let places = try (0..<10).map { index in try #require(try file.append([.sample("call\(index)"), .full()])) }
        for (index, place) in places.enumerated().reversed() {
            #expect(file.items(at: place) == [.sample("call\(index)"), .full()])
        }
        #expect(file.items(at: 0..<5) == nil)
        #expect(file.items(at: 1 << 30..<1 << 30 + 5) == nil)
    }

    @Test func itHasNoNameAndAHighDescriptor() throws {
        let folder = "/tmp/netshell-test-" + String(UInt64.random(in: 0 ... .max), radix: 36)
        #expect(mkdir(folder, 0o700) == 0)
        defer { rmdir(folder) }
        let file = try SpillFile<Call>.make(in: folder, capacity: 1 << 20)
        #expect(try file.append([.sample()]) != nil)
        // Only an empty folder can be removed.
        #expect(rmdir(folder) == 0)
        #expect(file.descriptor.rawValue >= 100)
        #expect(fcntl(file.descriptor.rawValue, F_GETFD) & FD_CLOEXEC != 0)
        var status = stat()
        #expect(fstat(file.descriptor.rawValue, &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600 && status.st_nlink == 0)
    }

    @Test func itsDescriptorIsClosedWithIt() throws {
        // A descriptor with a number of its own, so that no other test's file takes its place.
        let number = fcntl(try FileDescriptor.open("/dev/null", .readOnly).rawValue, F_DUPFD_CLOEXEC, 700)
        #expect(number >= 700)
        do { _ = SpillFile<Call>(FileDescriptor(rawValue: number), capacity: 1) }
        #expect(fcntl(number, F_GETFD) == -1)
    }

    @Test func aFolderThatIsNoneIsAnError() {
        #expect(throws: Errno.noSuchFileOrDirectory) { try SpillFile<Call>.make(in: "/nonexistent", capacity: 1) }
        #expect(throws: Errno.notDirectory) { try SpillFile<Call>.make(in: "/dev/null", capacity: 1) }
    }

    @Test func aFullDiskIsAnError() throws {
        let file = try opened("/dev/full")
        #expect(throws: Errno.noSpace) { try file.append([.sample()]) }
    }

    @Test func aFullFileTakesNoMore() throws {
        let file = try SpillFile<Call>.make(capacity: 100)
        let first = try file.append([.sample()])
        #expect(first != nil)
        #expect(try file.append([Call](repeating: .sample(), count: 100)) == nil)
        #expect(first.flatMap { file.items(at: $0) } == [.sample()])
    }

    @Test func whatWasCutOffCannotBeRead() throws {
        let file = try SpillFile<Call>.make(capacity: 1 << 20)
        let first = try #require(try file.append([.full()]))
        let second = try #require(try file.append([.full(.integer(2))]))
        #expect(ftruncate(file.descriptor.rawValue, Int(second.upperBound) - 1) == 0)
        #expect(file.items(at: second) == nil)
        #expect(file.items(at: first) == [.full()])
    }
}
