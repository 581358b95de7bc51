/// A shortest path that counts the minutes of the month at each of its stops, for demands that meet often enough in a
/// month to use it up by themselves.
struct StrictPath {
    /// A way to a stop: what it costs, and the minutes of the stop's month so far.
    private struct Label {
        var stop: Int
        var cost: Int
        var minutes: Int32
        var previous: Int
    }

    private var labels: [Label] = []
    private var firstOfStop: [Int] = []

    mutating func path(
        over stops: [PathFinder.Stop], _ entry: Desk.Entry, _ frame: Frame, _ desk: Desk
    ) -> [Desk.Pick] {
        let gaps = desk.gaps[entry.gaps]
        labels.removeAll(keepingCapacity: true)
        firstOfStop.removeAll(keepingCapacity: true)
        var firstAllowed = 0
        var mayBegin = true
        for (index, stop) in stops.enumerated() {
            firstOfStop.append(labels.count)
            if mayBegin {
                let cost = desk.costOfFirst(stop.day, entry, frame) + stop.cost
                offer(Label(stop: index, cost: cost, minutes: stop.minutes, previous: -1))
            }
            for earlier in firstAllowed..<max(firstAllowed, index) {
                let days = stop.day - stops[earlier].day
                guard days >= gaps.rhythm.minimum || stop.stands && stops[earlier].stands else { continue }
                let cost = gaps.cost(days) + stop.cost
                for previous in firstOfStop[earlier]..<firstOfStop[earlier + 1] {
                    let before = stops[earlier].month == stop.month ? labels[previous].minutes : 0
                    let minutes = before + stop.minutes
                    guard stop.stands || minutes <= stop.room else { continue }
                    offer(
                        Label(stop: index, cost: labels[previous].cost + cost, minutes: minutes, previous: previous))
                }
            }
            if stop.stands {
                firstAllowed = index
                mayBegin = false
            }
        }
        return traced(stops, from: firstAllowed, none: mayBegin ? desk.costOfNone(entry, frame) : nil) {
            desk.costOfLast($0, entry, frame)
        }
    }

    /// Keeps a way to the last stop so far unless another is no dearer and takes no more minutes.
    private mutating func offer(_ label: Label) {
        let first = firstOfStop[label.stop]
        for index in first..<labels.count where labels[index].minutes <= label.minutes && labels[index].cost <= label.cost {
            return
        }
        labels.append(label)
    }

    private func traced(
        _ stops: [PathFinder.Stop], from first: Int, none: Int?, costOfLast: (Int) -> Int
    ) -> [Desk.Pick] {
        var least = none ?? PathFinder.never
        var last = -1
        for (index, label) in labels.enumerated() where label.stop >= first {
            let cost = label.cost + costOfLast(stops[label.stop].day)
            if cost < least {
                least = cost
                last = index
            }
        }
        var path: [Desk.Pick] = []
        while last >= 0 {
            path.append(stops[labels[last].stop].pick)
            last = labels[last].previous
        }
        path.reverse()
        return path
    }
}
