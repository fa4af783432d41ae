import Testing

@testable import Sockets

@Suite struct SymbolicConstantTests {
    private func spellings<Constant: SymbolicConstant>(_ type: Constant.Type) {
        for known in Constant.known {
            let short = String(known.name.dropFirst(Constant.prefix.count))
            #expect(known.name.hasPrefix(Constant.prefix))
            for word in [known.name, known.name.lowercased(), short, short.lowercased()] {
                #expect(Constant(spelling: word) == known.value, "\(word)")
            }
            #expect(known.value.rawValue < 0 || Constant(spelling: String(known.value.rawValue)) == known.value)
            #expect(known.value.name.map { Constant(spelling: $0) } == .some(known.value))
            #expect(!known.about.isEmpty && !known.about.hasSuffix("."))
        }
        #expect(Set(Constant.known.map(\.name)).count == Constant.known.count)
        #expect(Constant.shortNames.count == Constant.known.count)
        for bad in [
            "", Constant.prefix, "nope", "-1", "2147483648", "1.0", " 1", "1 ", "1\0", "0x", "0xg", "0x-1",
            "0x100000000",
        ] {
            // An empty word is a prefix without a name; no constant is spelled like that.
            #expect(Constant(spelling: bad) == nil, "\(Constant.self) \(bad)")
        }
        #expect(Constant(spelling: "54321")?.rawValue == 54321 && Constant(spelling: "0xD431")?.rawValue == 54321)
        #expect(Constant(rawValue: 54321).name == nil)
    }

    @Test func everySpellingOfEveryConstant() {
        spellings(AddressFamily.self)
        spellings(SocketType.self)
        spellings(SocketFlag.self)
        spellings(ProtocolNumber.self)
        spellings(ShutdownHow.self)
        spellings(ResolverError.self)
        spellings(HostError.self)
        spellings(ErrorOrigin.self)
    }

    @Test func theFirstNameIsShown() {
        #expect(AddressFamily.unix.description == "AF_UNIX")
        #expect(AddressFamily(spelling: "local") == .unix)
        #expect(AddressFamily(rawValue: 999).description == "999")
        #expect(AddressFamily.inet.rawValue == AF_INET && AddressFamily.inet6.rawValue == AF_INET6)
    }
}
