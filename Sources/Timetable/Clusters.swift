extension Timetable {
    /// Demands that share somebody's time, directly or by way of others: what is in different clusters can be planned
    /// apart. Large ones are cut, so that no desk becomes too large.
    ///
    /// - Returns: indices of demands, each in one cluster, neighbours near each other.
    func clusters() -> [[Int]] {
        var found: [[Int]] = []
        var isSeen = [Bool](repeating: false, count: demands.count)
        var isPartySeen = [Bool](repeating: false, count: parties.count)
        for start in demands.indices where !isSeen[start] {
            isSeen[start] = true
            var cluster = [start]
            var next = 0
            while next < cluster.count {
                let demand = demands[cluster[next]]
                next += 1
                var near: [Int32] = []
                for party in demand.parties where !isPartySeen[party] {
                    isPartySeen[party] = true
                    near += demandsOfParty[party]
                }
                if let number = demand.companions { near += companions[number] ?? [] }
                for other in near where !isSeen[Int(other)] {
                    isSeen[Int(other)] = true
                    cluster.append(Int(other))
                }
            }
            var first = 0
            while first < cluster.count {
                let end = min(cluster.count, first + Self.mostOnDesk)
                found.append(cluster[first..<end].sorted())
                first = end
            }
        }
        return found
    }

    static let mostOnDesk = 4_000
}
