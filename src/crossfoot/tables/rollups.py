"""Totals, indicators, changes, reporting and peers, by area and period."""

from crossfoot.tables.shape import INTERVAL, SUBJECT, Table, amount, count, day, flag, text

ROLLUPS = Table(
    "rollups",
    "Every figure over every area above and every longer period, by its aggregation.",
    (
        *SUBJECT,
        *INTERVAL,
        count("reported", "Places whose figures are in it."),
        count("expected", "Places that should have reported."),
    ),
)
RATIOS = Table(
    "ratios",
    "Indicators by area and period: always a ratio of sums, never a mean of ratios.",
    (
        text("indicator", "Code of the indicator."),
        text("area", "Code of the area."),
        text("period", "Code of the period."),
        amount("numerator", "Sum above the line."),
        amount("denominator", "Sum below the line."),
        amount("value", "factor × numerator / denominator, to six decimals; empty if the denominator is zero."),
        count("reported", "Places whose figures are in both."),
        count("expected", "Places that should have reported."),
    ),
)
CHANGES = Table(
    "changes",
    "Change since the period before and since a year ago, over the places that reported in both.",
    (
        *SUBJECT,
        text("against", "previous or year_ago."),
        amount("now", "Total now of the places that reported in both."),
        amount("before", "Their total then."),
        count("places", "How many places reported in both."),
    ),
)
REPORTING = Table(
    "reporting",
    "Returns received and expected, by area above and period.",
    (
        text("obligation", "Code of the obligation."),
        text("area", "Code of the area above."),
        text("period", "Code of the period."),
        count("expected", "Returns expected."),
        count("received", "Returns received."),
        count("on_time", "Returns received by the due day."),
        count("filled", "Data elements filled within the returns received."),
        count("asked", "Data elements asked within the returns received."),
    ),
)
PEERS = Table(
    "peers",
    "Each area's indicator against its peers and the target, with the limits that its size implies.",
    (
        text("indicator", "Code of the indicator."),
        text("area", "Code of the area."),
        text("parent", "The area whose parts are the peers."),
        text("period", "Code of the period."),
        amount("value", "The area's indicator."),
        amount("of_peers", "The indicator of all the peers together: the centre of the funnel."),
        amount("lo_95", "Lower funnel limit at 95 %."),
        amount("hi_95", "Upper funnel limit at 95 %."),
        amount("lo_998", "Lower funnel limit at 99.8 %."),
        amount("hi_998", "Upper funnel limit at 99.8 %."),
        count("place", "Rank among the peers, the best being 1.", required=False),
        text("standing", "ahead, within, behind or far-behind its peers; empty without a value."),
        flag("below_target", "Whether the target is not reached."),
    ),
)
SILENCE = Table(
    "silence",
    "How long each area that should report has been silent.",
    (
        text("obligation", "Code of the obligation."),
        text("area", "Code of the area."),
        day("last", "Last day of the last period reported on; empty if it never reported.", required=False),
        count("days", "Days from then to the end of the period asked for.", required=False),
        count("periods", "Expected periods since then without a return."),
    ),
)
