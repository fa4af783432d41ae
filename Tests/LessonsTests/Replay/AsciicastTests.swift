import Testing

@testable import Lessons

@Suite struct AsciicastTests {
    @Test func versionTwoCountsFromTheBeginning() {
        var cast = Asciicast(.two)
        #expect(
            cast.header(columns: 80, rows: 24, title: "\"T\"")
                == #"{"version":2,"width":80,"height":24,"title":"\"T\""}"#
        )
        #expect(cast.line(.output("a\r\n"), at: 0.25) == #"[0.25,"o","a\r\n"]"#)
        #expect(cast.line(.marker("Bind it"), at: 1.5) == #"[1.5,"m","Bind it"]"#)
        #expect(cast.line(.resize(columns: 100, rows: 30), at: 1.5) == #"[1.5,"r","100x30"]"#)
        #expect(cast.line(.exit(0), at: 2) == nil)
    }

    @Test func versionThreeCountsFromEventToEvent() {
        var cast = Asciicast(.three)
        #expect(
            cast.header(columns: 80, rows: 24, title: "T", timestamp: 7)
                == #"{"version":3,"term":{"cols":80,"rows":24},"timestamp":7,"title":"T"}"#
        )
        #expect(cast.line(.output("a"), at: 0.25) == #"[0.25,"o","a"]"#)
        #expect(cast.line(.output("b"), at: 1.5) == #"[1.25,"o","b"]"#)
        #expect(cast.line(.exit(130), at: 1.5) == #"[0.0,"x","130"]"#)
    }

    @Test func intervalsAddUpToTheTimes() {
        var cast = Asciicast(.three)
        let lines = (1...300).compactMap { cast.line(.output(""), at: Double($0) / 3e6) }
        let intervals = lines.compactMap { Double($0.dropFirst().prefix { $0 != "," }) }
        #expect(intervals.count == 300 && abs(intervals.reduce(0, +) - 0.0001) < 1e-9)
    }

    @Test func timesNeverGoBack() {
        var cast = Asciicast(.two)
        _ = cast.line(.output("a"), at: 2)
        #expect(cast.line(.output("b"), at: 1) == #"[2.0,"o","b"]"#)
    }
}
