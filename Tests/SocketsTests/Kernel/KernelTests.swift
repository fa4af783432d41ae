import SystemPackage
import Testing

@testable import Sockets

@Suite(.timeLimit(.minutes(5))) struct KernelTests {
    let kernel = Kernel()

    @Test func faultsFailThatCallThatOften() {
        kernel.inject(Fault(call: .close, errno: .interrupted, times: 2))
        kernel.inject(Fault(call: .close, errno: .ioError))
        #expect(kernel.dup(-1).errno == .badFileDescriptor)
        let returns = (1...4).map { _ in kernel.close(-1) }
        #expect(returns.map(\.errno) == [.interrupted, .interrupted, .ioError, .badFileDescriptor])
        #expect(returns.map(\.injected) == [true, true, true, false])
        #expect(returns.allSatisfy { $0.result == -1 && $0.start > 0 })
    }

    @Test func clearingDisarms() {
        kernel.inject(Fault(call: .dup, errno: .ioError, times: 9))
        kernel.clearFaults()
        #expect(kernel.dup(-1).errno == .badFileDescriptor)
    }

    @Test func oneFaultFailsOneOfManyCallers() async {
        kernel.inject(Fault(call: .getservbyport, failure: .notFound(.system), times: 10))
        let kernel = kernel
        let injected = await withTaskGroup(of: Bool.self) { group in
            for _ in 0..<200 { group.addTask { kernel.getservbyport(80, protocol: "tcp").injected } }
            return await group.reduce(into: 0) { $0 += $1 ? 1 : 0 }
        }
        #expect(injected == 10)
    }

    @Test func anotherFailureValueMeansFailure() {
        let returned = kernel.invoke(.close, failure: 0) { 0 }
        #expect(returned.result == 0 && returned.errno != nil)
        #expect(kernel.invoke(.close, failure: 0) { -1 }.errno == nil)
        #expect(kernel.invoke(.close) { 0 }.errno == nil)
    }

    @Test func databasesAnswerManyAtOnce() async {
        let kernel = kernel
        let names = await withTaskGroup(of: String?.self) { group in
            for _ in 0..<100 {
                group.addTask { kernel.getprotobynumber(.udp).output?.name }
                group.addTask { kernel.gethostbyname("127.0.0.1").output?.name }
            }
            return await group.reduce(into: Set()) { $0.insert($1) }
        }
        #expect(names == ["udp", "127.0.0.1"])
    }
}
