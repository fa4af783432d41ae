/// A text as vi's motions see it: characters, with the cursor on one of them.
struct ViText {
    let characters: [Character]
    let cursor: Int

    init(_ line: EditedLine) {
        characters = Array(line.text)
        cursor = line.head.count
    }

    /// The line for these characters and a cursor among them.
    static func line(_ characters: some Sequence<Character>, cursor: Int) -> EditedLine {
        let text = String(Array(characters))
        return EditedLine(text, cursor: text.prefix(cursor).utf8.count)
    }

    var lineStart: Int { characters[..<cursor].lastIndex(where: \.isNewline).map { $0 + 1 } ?? 0 }

    var lineEnd: Int { characters[cursor...].firstIndex(where: \.isNewline) ?? characters.count }

    var firstNonBlank: Int { characters[lineStart..<lineEnd].firstIndex { !$0.isWhitespace } ?? lineEnd }

    /// Where a motion leads when repeated this many times; nil if nowhere.
    func destination(_ motion: ViMotion, count: Int) -> Int? {
        switch motion {
        case .left: cursor > lineStart ? max(lineStart, cursor - count) : nil
        case .right: cursor < lineEnd ? min(lineEnd, cursor + count) : nil
        case .lineStart: lineStart
        case .firstNonBlank: firstNonBlank
        case .lineEnd: max(lineStart, lineEnd - 1)
        case .bracket: bracket
        case .word(let isBig): (0..<count).reduce(cursor) { place, _ in nextWord(place, isBig) }
        case .wordBack(let isBig): (0..<count).reduce(cursor) { place, _ in wordBefore(place, isBig) }
        case .wordEnd(let isBig): (0..<count).reduce(cursor) { place, _ in wordEnd(place, isBig) }
        case .find(let find): place(of: find, count: count)
        case .findAgain: nil
        }
    }

    /// Blanks, letters and digits, and all else; or, for big words, blanks and all else.
    private func kind(_ place: Int, _ isBig: Bool) -> Int {
        let character = characters[place]
        if character.isWhitespace { return 0 }
        return isBig || character.isLetter || character.isNumber || character == "_" ? 1 : 2
    }

    private func nextWord(_ place: Int, _ isBig: Bool) -> Int {
        guard place < characters.count else { return place }
        let here = kind(place, isBig)
        var place = place
        while here != 0, place < characters.count, kind(place, isBig) == here { place += 1 }
        while place < characters.count, kind(place, isBig) == 0 { place += 1 }
        return place
    }

    private func wordBefore(_ place: Int, _ isBig: Bool) -> Int {
        var place = place
        while place > 0, kind(place - 1, isBig) == 0 { place -= 1 }
        guard place > 0 else { return 0 }
        let before = kind(place - 1, isBig)
        while place > 0, kind(place - 1, isBig) == before { place -= 1 }
        return place
    }

    private func wordEnd(_ place: Int, _ isBig: Bool) -> Int {
        var place = place + 1
        while place < characters.count, kind(place, isBig) == 0 { place += 1 }
        guard place < characters.count else { return max(0, characters.count - 1) }
        let here = kind(place, isBig)
        while place + 1 < characters.count, kind(place + 1, isBig) == here { place += 1 }
        return place
    }

    private func place(of find: ViFind, count: Int) -> Int? {
        let step = find.isForward ? 1 : -1
        var place = cursor
        for _ in 0..<count {
            repeat { place += step } while (lineStart..<lineEnd).contains(place) && characters[place] != find.character
            guard (lineStart..<lineEnd).contains(place) else { return nil }
        }
        return find.isTill ? place - step : place
    }

    /// The partner of the first bracket in the rest of the line.
    private var bracket: Int? {
        let pairs = Brackets(String(characters)).pairs
        var offsets = [0]
        for character in characters { offsets.append(offsets[offsets.count - 1] + character.utf8.count) }
        guard let bracket = (cursor..<lineEnd).first(where: { pairs[offsets[$0]] != nil }) else { return nil }
        return pairs[offsets[bracket]].flatMap(offsets.firstIndex)
    }
}

/// What `i` and `a` select.
extension ViText {
    func range(of object: ViObject, around: Bool, count: Int) -> Range<Int>? {
        switch object {
        case .word(let isBig): word(isBig, around: around, count: count)
        case .quoted(let quote): quoted(quote, around: around)
        case .bracketed(let open, let close): bracketed(open, close, around: around, count: count)
        }
    }

    private func word(_ isBig: Bool, around: Bool, count: Int) -> Range<Int>? {
        guard cursor < lineEnd else { return nil }
        var start = cursor
        while start > lineStart, kind(start - 1, isBig) == kind(cursor, isBig) { start -= 1 }
        var end = start
        for _ in 0..<count * (around ? 2 : 1) { end = runEnd(end, isBig) }
        // If no blanks follow, the preceding ones are included.
        if around, kind(cursor, isBig) != 0, kind(end - 1, isBig) != 0 {
            while start > lineStart, kind(start - 1, isBig) == 0 { start -= 1 }
        }
        return start..<end
    }

    /// The end of the run of characters of one kind.
    func runEnd(_ place: Int, _ isBig: Bool) -> Int {
        guard place < lineEnd else { return place }
        return (place..<lineEnd).first { kind($0, isBig) != kind(place, isBig) } ?? lineEnd
    }

    private func quoted(_ quote: Character, around: Bool) -> Range<Int>? {
        var quotes: [Int] = []
        for place in lineStart..<lineEnd where characters[place] == quote {
            if place == lineStart || characters[place - 1] != "\\" { quotes.append(place) }
        }
        for pair in stride(from: 0, to: quotes.count - 1, by: 2) where quotes[pair + 1] >= cursor {
            let (open, close) = (quotes[pair], quotes[pair + 1])
            if !around { return (open + 1)..<close }
            return open..<((close + 1..<lineEnd).first { !characters[$0].isWhitespace } ?? lineEnd)
        }
        return nil
    }

    private func bracketed(_ open: Character, _ close: Character, around: Bool, count: Int) -> Range<Int>? {
        var depth = count
        var start = cursor
        if start < characters.count, characters[start] == close { start -= 1 }
        while start >= 0 {
            if start < characters.count {
                if characters[start] == close { depth += 1 }
                if characters[start] == open { depth -= 1 }
                if depth == 0 { break }
            }
            start -= 1
        }
        guard start >= 0 else { return nil }
        depth = 0
        for end in start..<characters.count {
            if characters[end] == open { depth += 1 }
            if characters[end] == close { depth -= 1 }
            if depth == 0 { return around ? start..<(end + 1) : (start + 1)..<end }
        }
        return nil
    }
}
