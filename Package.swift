// swift-tools-version: 6.2
import PackageDescription

// The arrow of a dependency only ever points down this list; Sources/README.md says what lives where.
let package = Package(
    name: "netshell",
    platforms: [.macOS(.v15)],
    products: [.executable(name: "netshell", targets: ["netshell"])],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    ],
    targets: [
        .executableTarget(
            name: "netshell",
            dependencies: ["Front"],
            exclude: ["README.md"],
            linkerSettings: [.unsafeFlags(["-Xlinker", "-S"], .when(configuration: .release))]
        ),
        .target(
            name: "Front",
            dependencies: [
                "Assistance", "LineEditing", "Lessons", "Commands", "Replies", "Shell",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["README.md"]
        ),
        .target(name: "Assistance", dependencies: ["LineEditing", "Explaining", "Shell"], exclude: ["README.md"]),
        .target(name: "LineEditing", dependencies: ["Language", "CEditLine", "CTerminal"], exclude: ["README.md"]),
        .target(name: "Lessons", dependencies: ["Shell", "Replies", "Drawing", "CCourse"], exclude: ["README.md"]),
        .target(
            name: "Commands",
            dependencies: ["Operations", "Shell", "Explaining", "Drawing", "Exporting", "JournalFiles"],
            exclude: ["README.md"]
        ),
        .target(name: "Operations", dependencies: ["Shell"], exclude: ["README.md"]),
        .target(name: "Shell", dependencies: ["Language", "Journal", "Sockets"], exclude: ["README.md"]),
        .target(name: "Replies", dependencies: ["Explaining", "Drawing"], exclude: ["README.md"]),
        .target(name: "Explaining", dependencies: ["Reading", "Questions"], exclude: ["README.md"]),
        .target(name: "Drawing", dependencies: ["Reading"], exclude: ["README.md"]),
        .target(name: "Exporting", dependencies: ["Reading"], exclude: ["README.md"]),
        .target(name: "JournalFiles", dependencies: ["Reading"], exclude: ["README.md"]),
        .target(name: "Reading", dependencies: ["Journal"], exclude: ["README.md"]),
        .target(name: "Journal", dependencies: ["Language", "Sockets"], exclude: ["README.md"]),
        .target(name: "Questions", dependencies: ["Language"], exclude: ["README.md"]),
        .target(name: "Language", exclude: ["README.md"]),
        .target(
            name: "Sockets",
            dependencies: ["CSockets", .product(name: "SystemPackage", package: "swift-system")],
            exclude: ["README.md"]
        ),
        .target(name: "CSockets", exclude: ["README.md"]),
        .target(name: "CCourse", exclude: ["README.md"]),
        .target(name: "CEditLine", exclude: ["README.md"], linkerSettings: [.linkedLibrary("edit")]),
        .target(name: "CTerminal", exclude: ["README.md"]),
        .testTarget(name: "SocketsTests", dependencies: ["Sockets"]),
        .testTarget(name: "LanguageTests", dependencies: ["Language"]),
        .testTarget(name: "QuestionsTests", dependencies: ["Questions"]),
        .testTarget(name: "JournalTests", dependencies: ["Journal"]),
        .target(name: "TestSupport", dependencies: ["Commands"], path: "Tests/TestSupport"),
        .testTarget(name: "ReadingTests", dependencies: ["Reading"]),
        .testTarget(
            name: "JournalFilesTests",
            dependencies: ["JournalFiles", "Exporting", "Drawing", "Explaining", "TestSupport"]
        ),
        .testTarget(
            name: "ExportingTests",
            dependencies: ["Exporting", "Explaining", "TestSupport"],
            exclude: ["Golden"]
        ),
        .testTarget(
            name: "DrawingTests",
            dependencies: ["Drawing", "Replies", "JournalFiles", "TestSupport"],
            exclude: ["Golden"]
        ),
        .testTarget(name: "ExplainingTests", dependencies: ["Explaining", "Commands", "TestSupport"]),
        .testTarget(name: "RepliesTests", dependencies: ["Replies", "TestSupport"]),
        .testTarget(name: "ShellTests", dependencies: ["Shell", "Commands", "TestSupport"]),
        .testTarget(name: "OperationsTests", dependencies: ["Operations", "Commands", "Replies", "TestSupport"]),
        .testTarget(name: "CommandsTests", dependencies: ["Commands", "Lessons", "TestSupport"]),
        .testTarget(name: "LessonsTests", dependencies: ["Lessons", "Commands", "TestSupport"]),
        .testTarget(name: "LineEditingTests", dependencies: ["LineEditing", "TestSupport"]),
        .testTarget(name: "AssistanceTests", dependencies: ["Assistance", "Commands", "TestSupport"]),
        .testTarget(name: "FrontTests", dependencies: ["Front", "TestSupport"]),
    ],
    swiftLanguageModes: [.v6]
)

// A harness for libFuzzer, built by Tests/Fuzz/parsers alone.
if Context.environment["NETSHELL_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(name: "ParserFuzz", dependencies: ["Commands", "Lessons"], path: "Tests/Fuzz/Parsers")
    )
}

// What the release's optimiser does for each target, measured by scripts/bench; scripts/README.md says why.
let unoptimised: Set = ["netshell", "Front", "Assistance", "LineEditing", "Lessons", "Explaining"]
let small: Set = ["Commands", "Exporting", "Questions"]
let inlinedElsewhere: Set = ["Sockets", "Language", "Journal", "Reading"]

// No warnings. Only in debug builds, which the tests are: a newer compiler's new warning stops nobody from using NetShell.
// No debug information in the release: SwiftPM's own -g comes after these flags, so that only the frontend can be told.
for target in package.targets {
    var release = ["-Xfrontend", "-gnone"]
    if unoptimised.contains(target.name) { release.append("-Onone") }
    if small.contains(target.name) { release.append("-Osize") }
    if inlinedElsewhere.contains(target.name) { release.append("-cross-module-optimization") }
    target.swiftSettings = [
        .treatAllWarnings(as: .error, .when(configuration: .debug)),
        .unsafeFlags(release, .when(configuration: .release)),
    ]
    target.cSettings = [.treatAllWarnings(as: .error, .when(configuration: .debug))]
}
