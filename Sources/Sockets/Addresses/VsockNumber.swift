/// The numbers in vsock addresses that have C names (vsock(7), `linux/vm_sockets.h`).
public enum VsockNumber {
    /// Contexts: which machine.
    public static let contexts: [String: UInt32] = [
        "VMADDR_CID_ANY": .max, "VMADDR_CID_HYPERVISOR": 0, "VMADDR_CID_LOCAL": 1, "VMADDR_CID_HOST": 2,
    ]
    /// Ports.
    public static let ports: [String: UInt32] = ["VMADDR_PORT_ANY": .max]
}
