import Language
import Sockets

extension PythonProgram {
    mutating func lookUp(_ lookup: Program.Lookup, _ step: Program.Step) throws(ExportProblem) -> [String] {
        switch lookup {
        case .addressInfo(let host, let service, let kind, let flags):
            var numbers = [kind.family, kind.type, kind.protocolNumber, flags]
            while numbers.last?.number == 0 { numbers.removeLast() }
            let words = [text(host), text(service)] + numbers.map(PythonText.constant)
            return shown("socket.getaddrinfo(\(words.joined(separator: ", ")))", step.addressName)
        case .nameInfo(let place, let flags):
            return ["print(socket.getnameinfo(\(try expression(place, step)), \(PythonText.constant(flags))))"]
        case .service(let name, let transport):
            let words = [PythonText.string(name)] + (transport.map { [PythonText.string($0)] } ?? [])
            return shown("socket.getservbyname(\(words.joined(separator: ", ")))", step.addressName)
        case .serviceName(let port, let transport):
            let words = [String(port)] + (transport.map { [PythonText.string($0)] } ?? [])
            return ["print(socket.getservbyport(\(words.joined(separator: ", "))))"]
        case .protocolNumber(let name): return ["print(socket.getprotobyname(\(PythonText.string(name))))"]
        case .protocolName(let number):
            return ["# Here the session called getprotobynumber(\(number)), which Python does not have."]
        case .host(let name): return ["print(socket.gethostbyname(\(PythonText.string(name))))"]
        case .hostOfAddress(let host): return ["print(socket.gethostbyaddr(\(PythonText.string(host))))"]
        case .ownName: return ["print(socket.gethostname())"]
        }
    }

    private func text(_ text: String?) -> String { text.map(PythonText.string) ?? "None" }

    mutating func option(_ step: Program.Step) throws(ExportProblem) -> [String] {
        switch step.action {
        case .getOption(let socket, let level, let option, let size, let isNumber):
            let words = "\(PythonText.constant(level)), \(PythonText.constant(option))" + (isNumber ? "" : ", \(size)")
            return ["print(\(name(socket)).getsockopt(\(words)))"]
        case .setOption(let socket, let level, let option, let value):
            let words = "\(PythonText.constant(level)), \(PythonText.constant(option)), \(self.value(value))"
            return ["\(name(socket)).setsockopt(\(words))"]
        default: return []
        }
    }

    private mutating func value(_ option: Program.OptionBytes) -> String {
        if option.raw.count == 4, option.value.number != nil { return String(option.number) }
        switch option.value {
        case .linger(let on, let seconds):
            modules.insert("struct")
            return "struct.pack(\"ii\", \(on ? 1 : 0), \(seconds))"
        case .seconds where option.raw.count == 16:
            modules.insert("struct")
            let (seconds, micro) = option.time
            return "struct.pack(\"ll\", \(seconds), \(micro))"
        default: return PythonText.bytes(option.raw)
        }
    }
}
