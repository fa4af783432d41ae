import Sockets
import Synchronization
import SystemPackage
import Testing

@testable import Journal

@Suite struct ArchiveTests {
    /// A journal that keeps little in memory, with calls on three sockets in turn.
    private func journal(_ calls: Int, archive: Archive<Call> = Archive()) -> Journal {
        var journal = Journal(capacity: 1, archive: archive)
        for number in 0..<calls { journal.append(.sample("call\(number + 1)", socket: number % 3)) }
        return journal
    }

    @Test(arguments: [1, 1024, 1025, 2048, 10_000]) func everyCallIsReadBack(_ count: Int) {
        let journal = journal(count)
        #expect(journal.first == 1 && journal.count == count)
        for number in Swift.stride(from: 1, through: count, by: 37) {
            #expect(journal[number]?.name == "call\(number)")
        }
        var numbers: [Int] = []
        journal.forward(from: 1) { call in
            numbers.append(call.number)
            return true
        }
        #expect(numbers == Array(1...count))
        numbers = []
        journal.backwards { call in
            numbers.append(call.number)
            return true
        }
        #expect(numbers == Array((1...count).reversed()))
        #expect(journal[0] == nil && journal[count + 1] == nil)
    }

    @Test func iterationStopsWhereItIsToldTo() {
        let journal = journal(5000)
        var numbers: [Int] = []
        journal.forward(from: 1500) { call in
            numbers.append(call.number)
            return numbers.count < 3
        }
        #expect(numbers == [1500, 1501, 1502])
        #expect(journal.page(from: 1500).count == 1)
        #expect(journal.newest(5).map(\.number) == [5000])
    }

    @Test func aCopyKeepsWhatItHad() {
        var one = journal(5000)
        let copy = one
        var other = one
        for _ in 0..<5000 {
            one.append(.sample("one"))
            other.append(.sample("other"))
        }
        #expect(copy.count == 5000 && copy[4]?.name == "call4" && copy[5001] == nil)
        #expect(one[7000]?.name == "one" && other[7000]?.name == "other" && other[5]?.name == "call5")
    }

    @Test func theOldestAreForgottenWhereFilesAreFull() {
        let made = Mutex(0)
        let archive = Archive<Call> { () throws(Errno) in
            made.withLock { $0 += 1 }
            return try SpillFile.make(capacity: 200_000)
        }
        var journal = journal(100_000, archive: archive)
        #expect(made.withLock { $0 } > 3)
        #expect(journal.first > 1 && journal.count - journal.first > 4096)
        #expect(journal[journal.first - 1] == nil && journal[journal.first]?.number == journal.first)
        #expect(journal[journal.first]?.name == "call\(journal.first)")
        #expect(journal.takeTrouble() == nil)
    }

    @Test func whereThereIsNoFileTheOldestAreForgottenAndItIsSaidOnce() {
        var journal = journal(3000, archive: .none)
        #expect(journal.first > 1 && journal[journal.first]?.number == journal.first && journal[1] == nil)
        #expect(journal.takeTrouble() == .permissionDenied)
        #expect(journal.takeTrouble() == nil)
        for _ in 0..<3000 { journal.append(.sample()) }
        #expect(journal.takeTrouble() == nil)
    }

    @Test func aFullDiskForgetsAndLaterTakesAgain() throws {
        let made = Mutex(0)
        let archive = Archive<Call> { () throws(Errno) in
            let count = made.withLock { count in
                count += 1
                return count
            }
            if count > 3 { return try SpillFile.make(capacity: 1 << 20) }
            guard let full = try? FileDescriptor.open("/dev/full", .readWrite) else { throw .ioError }
            return SpillFile(full, capacity: 1 << 20)
        }
        var journal = journal(20_000, archive: archive)
        #expect(journal.takeTrouble() == .noSpace)
        #expect(journal.first == 3 * 1024 + 1)
        #expect(journal[journal.first]?.name == "call3073" && journal[19_000]?.name == "call19000")
    }

    @Test func aBlockThatCannotBeReadIsPassedOver() throws {
        let files = Mutex<[Int32]>([])
        let archive = Archive<Call> { () throws(Errno) in
            let file = try SpillFile<Call>.make(capacity: 1 << 20)
            files.withLock { $0.append(file.descriptor.rawValue) }
            return file
        }
        let journal = journal(5000, archive: archive)
        let descriptor = try #require(files.withLock { $0.first })
        #expect(ftruncate(descriptor, 1) == 0)
        #expect(journal.first == 1 && journal[1] == nil && journal[5000] != nil)
        #expect(journal.newest(where: { $0.number == 1 }).isEmpty)
        #expect(journal.maker(of: 1) == nil)
    }

    @Test func makersAndNamesAreFound() {
        var journal = Journal(capacity: 1)
        var call = Call.sample("socket")
        for id in 1...6000 {
            call.made = [MadeSocket(id: id, name: "s\(id)", descriptor: 3)]
            journal.append(call)
        }
        for id in [1, 1024, 1025, 3000, 6000] {
            #expect(journal.maker(of: id)?.number == id)
            #expect(journal.knows(socketNamed: "s\(id)"))
        }
        #expect(journal.maker(of: 0) == nil && journal.maker(of: 6001) == nil)
        #expect(!journal.knows(socketNamed: "s6001"))
    }
}
