import Foundation
import Journal
import Language
import TestSupport
import Testing

@testable import Replies

@Suite struct JSONLayersTests {
    /// The line of the second statement, whose call layers report on.
    private static func line(_ journal: Journal, from event: Int = 1) -> JSON {
        let source = Source(file: "test", firstLine: 1, text: Array("p.send hello".utf8))
        let record = StatementRecord(
            number: 2,
            source: source,
            span: Span(0, 12),
            command: "send",
            socket: "p",
            reply: .integer(5),
            failure: nil,
            firstEvent: event
        )
        let calls = journal.calls(from: 2).prefix(1)
        return JSON.statement(record, calls: Array(calls), history: journal)
    }

    private static func object(_ json: JSON) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(json.text.utf8)) as? [String: Any])
    }

    private static func layers(_ json: JSON) throws -> [[String: Any]] {
        try #require(try object(json)["layers"] as? [[String: Any]])
    }

    @Test func layersStandBesideCalls() throws {
        let layers = try Self.layers(Self.line(LayerEvents.journal()))
        #expect(layers.map { $0["layer"] as? String } == ["tls", "conversation", "packet", "packet"])
        #expect(layers.map { $0["direction"] as? String } == ["sent", "sent", "sent", nil])
        #expect(layers.map { $0["of_call"] as? Int } == [0, 0, 0, nil])
        #expect(layers.map { $0["of_layer"] as? Int } == [nil, 0, nil, nil])
        #expect(layers.allSatisfy { $0["socket"] as? String == "p" && $0["time_us"] is Double })
        let bytes = try #require(layers[1]["bytes"] as? [String: Any])
        #expect(bytes["text"] as? String == "aaaaa" && bytes["base64"] as? String == "YWFhYWE=")
        #expect(layers[1]["meaning"] as? String == LayerEvents.hostile)
    }

    @Test func onlyTheStatementsOwnAreThere() throws {
        var journal = LayerEvents.journal()
        journal.append(LayerEvent(.tls, statement: 3, meaning: "another's", time: 0))
        journal.append(LayerEvent(.tls, statement: 2, meaning: "its own", time: 0))
        #expect(try Self.layers(Self.line(journal)).count == 5)
        #expect(try Self.layers(Self.line(journal, from: 5)).map { $0["meaning"] as? String } == ["its own"])
    }

    @Test func withoutEventsThereIsNoSuchKey() throws {
        var plain = Journal()
        for call in LayerEvents.journal().calls(from: 1) { plain.append(call) }
        #expect(try Self.object(Self.line(plain))["layers"] == nil)
        #expect(try Self.object(Self.line(LayerEvents.journal(), from: 9))["layers"] == nil)
        #expect(try Self.object(Self.line(plain)).count == 12)
    }

    @Test func theSchemaKnowsThem() throws {
        let schema = try Self.object(JSON.schema)
        #expect((schema["required"] as? [String])?.contains("layers") == false)
        for journal in [LayerEvents.journal(), Journal()] {
            try SchemaCheck(root: schema).check(try Self.object(Self.line(journal)), schema, at: "line")
        }
        var broken = try Self.object(Self.line(LayerEvents.journal()))
        broken["layers"] = [["layer": 7]]
        #expect(throws: SchemaCheck.Mismatch.self) { try SchemaCheck(root: schema).check(broken, schema, at: "line") }
    }
}

/// The part of JSON Schema (draft 2020-12) that `--json-schema` uses.
private struct SchemaCheck {
    struct Mismatch: Error { let place: String }
    let root: [String: Any]

    func check(_ value: Any, _ schema: [String: Any], at place: String) throws {
        if let reference = schema["$ref"] as? String {
            let name = String(reference.dropFirst("#/$defs/".count))
            let target = (root["$defs"] as? [String: Any])?[name] as? [String: Any]
            try check(value, try #require(target), at: place)
        }
        if let choices = schema["anyOf"] as? [[String: Any]] {
            guard choices.contains(where: { (try? check(value, $0, at: place)) != nil }) else {
                throw Mismatch(place: place)
            }
        }
        if let type = schema["type"] as? String, !isOf(type, value) { throw Mismatch(place: place) }
        if let items = schema["items"] as? [String: Any], let array = value as? [Any] {
            for (index, item) in array.enumerated() { try check(item, items, at: "\(place)[\(index)]") }
        }
        if let object = value as? [String: Any] { try check(object, members: schema, at: place) }
    }

    private func check(_ object: [String: Any], members schema: [String: Any], at place: String) throws {
        for name in schema["required"] as? [String] ?? [] where object[name] == nil {
            throw Mismatch(place: "\(place).\(name)")
        }
        let properties = schema["properties"] as? [String: [String: Any]] ?? [:]
        for (name, value) in object {
            if let member = properties[name] {
                try check(value, member, at: "\(place).\(name)")
            } else if let others = schema["additionalProperties"] as? [String: Any] {
                try check(value, others, at: "\(place).\(name)")
            } else if schema["additionalProperties"] as? Bool == false {
                throw Mismatch(place: "\(place).\(name)")
            }
        }
    }

    private func isOf(_ type: String, _ value: Any) -> Bool {
        switch type {
        case "string": value is String
        case "integer": value is Int
        case "number": value is Double || value is Int
        case "boolean": value is Bool
        case "null": value is NSNull
        case "array": value is [Any]
        case "object": value is [String: Any]
        default: false
        }
    }
}
