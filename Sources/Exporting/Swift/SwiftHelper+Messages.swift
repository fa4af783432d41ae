/// The functions around sendmsg and recvmsg. C's macros for ancillary data, cmsg(3), are not imported, so the layout is
/// written out: each message begins where a size_t could, or on Darwin a 32-bit number.
extension SwiftHelper {
    static let alignedSource = """
        /// A length with the gap behind it that keeps the next piece of ancillary data aligned: C's CMSG_ALIGN.
        func aligned(_ length: Int) -> Int {
            let border = MemoryLayout.size(ofValue: cmsghdr().cmsg_len)
            return (length + border - 1) / border * border
        }
        """

    static let ancillarySource = """
        /// A piece of ancillary data: a header, and the content behind it.
        func ancillary<Element>(_ level: Int32, _ type: Int32, _ content: [Element]) -> [UInt8] {
            let bytes = content.withUnsafeBytes { Array($0) }
            let start = aligned(MemoryLayout<cmsghdr>.size)
            var header = cmsghdr()
            header.cmsg_len = .init(start + bytes.count)
            header.cmsg_level = level
            header.cmsg_type = type
            var piece = withUnsafeBytes(of: header) { Array($0) }
            piece += [UInt8](repeating: 0, count: start - piece.count) + bytes
            return piece + [UInt8](repeating: 0, count: aligned(piece.count) - piece.count)
        }
        """

    static let sendMessageSource = """
        /// Sends the parts as one message, with the ancillary data beside it.
        func sendMessage(
            _ socket: Int32, _ parts: [[UInt8]], _ control: [UInt8], _ flags: Int32, to address: Address? = nil
        ) -> Int {
            var (bytes, control) = (parts.flatMap { $0 }, control)
            var name = address?.storage ?? sockaddr_storage()
            return bytes.withUnsafeMutableBytes { bytes in
                var start = 0
                var vectors = parts.map { part in
                    defer { start += part.count }
                    return iovec(iov_base: bytes.baseAddress.map { $0 + start }, iov_len: part.count)
                }
                return vectors.withUnsafeMutableBufferPointer { vectors in
                    control.withUnsafeMutableBytes { control in
                        withUnsafeMutablePointer(to: &name) { name in
                            var message = msghdr()
                            if let address {
                                message.msg_name = UnsafeMutableRawPointer(name)
                                message.msg_namelen = address.length
                            }
                            message.msg_iov = vectors.baseAddress
                            message.msg_iovlen = .init(vectors.count)
                            message.msg_control = control.isEmpty ? nil : control.baseAddress
                            message.msg_controllen = .init(control.count)
                            return sendmsg(socket, &message, flags)
                        }
                    }
                }
            }
        }
        """

    static let receiveMessageSource = """
        /// What recvmsg wrote, and what it returned.
        struct Message {
            var count = -1
            var data: [UInt8]
            var control: [UInt8]
            var address = Address()
            var flags: Int32 = 0
        }

        func receiveMessage(_ socket: Int32, _ sizes: [Int], control size: Int, _ flags: Int32) -> Message {
            var data = [UInt8](repeating: 0, count: sizes.reduce(0, +))
            var control = [UInt8](repeating: 0, count: size)
            var address = Address()
            var message = msghdr()
            let count = data.withUnsafeMutableBytes { data in
                var start = 0
                var vectors = sizes.map { size in
                    defer { start += size }
                    return iovec(iov_base: data.baseAddress.map { $0 + start }, iov_len: size)
                }
                return vectors.withUnsafeMutableBufferPointer { vectors in
                    control.withUnsafeMutableBytes { control in
                        withUnsafeMutablePointer(to: &address.storage) { name in
                            message.msg_name = UnsafeMutableRawPointer(name)
                            message.msg_namelen = socklen_t(MemoryLayout<sockaddr_storage>.size)
                            message.msg_iov = vectors.baseAddress
                            message.msg_iovlen = .init(vectors.count)
                            message.msg_control = control.isEmpty ? nil : control.baseAddress
                            message.msg_controllen = .init(control.count)
                            return recvmsg(socket, &message, flags)
                        }
                    }
                }
            }
            address.length = message.msg_namelen
            control.removeSubrange(Int(message.msg_controllen)...)
            return Message(count: count, data: data, control: control, address: address, flags: message.msg_flags)
        }
        """

    static let receivedDescriptorSource = """
        /// One of the descriptors that came as ancillary data; -1 where there are not so many.
        func receivedDescriptor(_ control: [UInt8], _ place: Int) -> Int32 {
            let size = MemoryLayout<cmsghdr>.size
            return control.withUnsafeBytes { bytes in
                var start = 0
                while start + size <= bytes.count {
                    let header = bytes.loadUnaligned(fromByteOffset: start, as: cmsghdr.self)
                    let (end, content) = (start + Int(header.cmsg_len), start + aligned(size) + place * 4)
                    if end < start + size || end > bytes.count { break }
                    let isRights = header.cmsg_level == SOL_SOCKET && header.cmsg_type == Int32(SCM_RIGHTS)
                    if isRights, content + 4 <= end {
                        return bytes.loadUnaligned(fromByteOffset: content, as: Int32.self)
                    }
                    start += aligned(Int(header.cmsg_len))
                }
                return -1
            }
        }
        """

    static let sendFileSource = """
        #if os(Linux)
        func sendFile(_ socket: Int32, _ file: Int32, _ offset: inout off_t, _ count: Int) -> Int {
            sendfile(socket, file, &offset, count)
        }
        #else
        func sendFile(_ socket: Int32, _ file: Int32, _ offset: inout off_t, _ count: Int) -> Int {
            var sent = off_t(count)
            guard sendfile(file, socket, offset, &sent, nil, 0) == 0 || sent > 0 else { return -1 }
            offset += sent
            return Int(sent)
        }
        #endif
        """
}
