import Language
import Sockets
import SystemPackage

/// One argument of a call, or one value that the call wrote, under its name in the man page.
public struct Argument: Hashable, Sendable {
    /// The parameter's name in the man page, such as `backlog`.
    public let name: String
    /// What was passed, or written.
    public let value: Content

    /// An argument under its man page's name.
    public init(_ name: String, _ value: Content) {
        self.name = name
        self.value = value
    }

    /// What an argument can be.
    public enum Content: Hashable, Sendable {
        /// A file descriptor.
        case descriptor(Int32)
        /// An integer.
        case integer(Int)
        /// A number that has a macro, and the macro's name.
        case constant(String, Int)
        /// An address and its length.
        case address(SocketAddress)
        /// Bytes, possibly truncated.
        case data(Clip)
        /// A buffer of this many bytes for the call to fill.
        case room(Int)
        /// A NUL-terminated string in C.
        case text(String)
        /// A decoded option value.
        indirect case option(OptionValue, raw: [UInt8])
        /// Ancillary data.
        case ancillary([AncillaryMessage])
        /// The array passed to poll.
        case poll([PollEntry])
        /// Several values of one kind.
        case list([Content])
        /// A null pointer.
        case null
    }
}

/// The beginning of some data, and its full length.
public struct Clip: Hashable, Sendable {
    /// How many bytes a clip keeps at most.
    public static let limit = 65536

    /// How many bytes of each call are kept in a long transfer to a file, which has the data anyway, and of any data
    /// once its call no longer fits in memory.
    public static let beginningLimit = 4096

    /// The first bytes, at most ``limit``.
    public let bytes: [UInt8]
    /// The full length.
    public let count: Int

    /// The beginning of `bytes`.
    public init(_ bytes: [UInt8]) {
        count = bytes.count
        self.bytes = bytes.count <= Self.limit ? bytes : Array(bytes[..<Self.limit])
    }

    /// The beginning of a buffer, at most this many bytes of it.
    public init(_ buffer: UnsafeRawBufferPointer, keeping most: Int = limit) {
        count = buffer.count
        bytes = Array(buffer.prefix(min(max(most, 0), Self.limit)))
    }

    /// A beginning that was saved, or that is all a log has; nil if it is longer than the whole, or than a clip can be.
    public init?(restoring bytes: [UInt8], count: Int) {
        guard bytes.count <= Self.limit, count >= bytes.count else { return nil }
        self.bytes = bytes
        self.count = count
    }

    /// Whether all of it was kept.
    public var isWhole: Bool { bytes.count == count }
}
