extension RecurrenceRule {
    /// How many values its lists have, which is what reading and beginning it costs.
    var weight: Int {
        seconds.count + minutes.count + hours.count + weekdays.count + monthDays.count + yearDays.count
            + weekNumbers.count + months.count + positions.count
    }
}
