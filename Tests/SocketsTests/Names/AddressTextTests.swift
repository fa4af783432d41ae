import SystemPackage
import Testing

@testable import Sockets

@Suite(.timeLimit(.minutes(5))) struct AddressTextTests {
    let kernel = Kernel()

    @Test func readsAndWritesBothVersions() {
        #expect(kernel.inet_pton(.inet, "192.0.2.1").output == [192, 0, 2, 1])
        #expect(kernel.inet_pton(.inet6, "::1").output == [UInt8](repeating: 0, count: 15) + [1])
        #expect(kernel.inet_ntop(.inet, [192, 0, 2, 1]).output == "192.0.2.1")
        #expect(kernel.inet_ntop(.inet6, [UInt8](repeating: 0, count: 15) + [1]).output == "::1")
    }

    @Test(arguments: ["", "1.2.3", "1.2.3.4.5", "256.0.0.1", "1.2.3.4\0", "\0", "::1", "x"])
    func whatIsNoAddressGivesZero(text: String) {
        let returned = kernel.inet_pton(.inet, text)
        #expect(returned.result == 0 && returned.errno == nil && returned.output.isEmpty)
    }

    @Test func otherFamiliesAndCountsAreRefused() {
        #expect(kernel.inet_pton(.unix, "1.2.3.4").errno == .addressFamilyNotSupported)
        #expect(kernel.inet_ntop(.unix, [1]).errno == .addressFamilyNotSupported)
        #expect(kernel.inet_ntop(.inet, [1, 2, 3]).errno == .invalidArgument)
        #expect(kernel.inet_ntop(.inet6, []).errno == .invalidArgument)
    }

    @Test func atonTakesTheOldForms() {
        #expect(kernel.inet_aton("127.1").output == [127, 0, 0, 1])
        #expect(kernel.inet_aton("0x7f000001").output == [127, 0, 0, 1])
        #expect(kernel.inet_aton("127.1\0").result == 0)
        #expect(kernel.inet_aton("nope").result == 0)
    }

    @Test func ordersAreEachOthersInverse() {
        #expect(withUnsafeBytes(of: ByteOrder.htons(0x1234)) { Array($0) } == [0x12, 0x34])
        #expect(withUnsafeBytes(of: ByteOrder.htonl(0x1234_5678)) { Array($0) } == [0x12, 0x34, 0x56, 0x78])
        #expect(ByteOrder.ntohs(ByteOrder.htons(8088)) == 8088)
        #expect(ByteOrder.ntohl(ByteOrder.htonl(0xdead_beef)) == 0xdead_beef)
    }

    @Test func interfacesAreFoundBothWays() throws {
        let all = kernel.if_nameindex()
        #expect(all.result == 0 && all.errno == nil)
        let first = try #require(all.output.first)
        #expect(kernel.if_nametoindex(first.name).result == Int(first.index))
        #expect(kernel.if_indextoname(first.index).output == first.name)
        #expect(kernel.if_nametoindex("no-such-if").errno == Errno(rawValue: ENODEV))
        #expect(kernel.if_nametoindex("no-such-if").result == 0)
        #expect(kernel.if_nametoindex(first.name + "\0").errno == .invalidArgument)
        #expect(Interface.index(ofName: first.name) == first.index)
        #expect(Interface.index(ofName: first.name + "\0") == nil)
        #expect(kernel.if_nametoindex(String(repeating: "x", count: 10_000)).errno == Errno(rawValue: ENODEV))
        #expect(kernel.if_indextoname(.max).errno == Errno(rawValue: ENXIO))
        #expect(kernel.if_indextoname(0).errno == Errno(rawValue: ENXIO))
    }

    @Test func interfaceFaults() {
        kernel.inject(Fault(call: .if_nametoindex, errno: .ioError))
        let index = kernel.if_nametoindex("lo")
        #expect(index.result == 0 && index.errno == .ioError && index.injected)
        kernel.inject(Fault(call: .if_nameindex, errno: .noMemory))
        #expect(kernel.if_nameindex().errno == .noMemory)
    }
}
