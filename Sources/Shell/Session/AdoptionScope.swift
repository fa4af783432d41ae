/// The sockets that a statement has made since a certain point.
///
/// Only the thread that holds the session's lock uses one.
final class AdoptionScope {
    let statement: Int
    var made: [Socket] = []

    init(statement: Int) { self.statement = statement }
}
