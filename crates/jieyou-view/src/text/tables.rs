//! Decision tables, the three lists and the subjects on the screen.

use super::{Both, both};

/// The tables.
pub const TITLE: Both = both!("判断表", "Decision tables");
/// What they are.
pub const LEAD: Both = both!(
    "台账怎样判断一件事，都写在这些表里：从上往下看，第一条符合的行算数。表只给出建议，经办人可以改判，要写理由。",
    "How the ledger decides stands in these tables: from the top, the first row that fits counts. They propose; people may decide otherwise, with a reason."
);
/// No pack has any.
pub const NONE: Both =
    both!("在用的规则包里没有判断表。", "The packs in force have no decision table.");
/// Columns and rows.
pub const SIZE: Both = both!("{}列，{}行", "{} inputs, {} rows");
/// Decided claim by claim.
pub const PER_CLAIM: Both = both!("每条诉求各判各的", "Each claim by itself");
/// Decided for the matter.
pub const PER_MATTER: Both = both!("整件事判一次", "The matter as a whole");
/// For which matters.
pub const FOR: Both = both!("用于", "For");
/// Every matter.
pub const EVERY: Both = both!("所有事项", "every matter");
/// Checked, without a finding.
pub const CHECKED_FIRST: Both = both!(
    "已核对：没有空档，没有轮不到的行；几行都符合的，以上面的为准",
    "Checked: no gap, no row that never counts; where several fit, the upper one counts"
);
/// The same of a table whose rows must not meet.
pub const CHECKED_UNIQUE: Both = both!(
    "已核对：没有空档，没有重叠，没有轮不到的行",
    "Checked: no gap, no overlap, no row that never counts"
);
/// A row that never counts: its id, its answer.
pub const NEVER: Both = both!(
    "{}（{}）这一行永远轮不到，上面的行已经把它的情形都占了",
    "row {} ({}) never counts: those above it take every case"
);
/// In front of the same, where the table is not named by what stands around: its name.
pub const OF_TABLE: Both = both!("“{}”表的{}", "Table “{}”: {}");
/// The rows.
pub const ROWS: Both = both!("各行", "Rows");
/// Heads of the columns beside the inputs.
pub const ROW: Both = both!("行", "Row");
/// The answer.
pub const ANSWER: Both = both!("结果", "Answer");
/// Why.
pub const WHY: Both = both!("为什么", "Why");
/// Where it comes from.
pub const SOURCE: Both = both!("依据", "Source");
/// An input that a row does not ask for.
pub const ANY: Both = both!("不问", "any");
/// A row that asks for nothing.
pub const REST: Both = both!("其余情形", "Everything else");
/// A number from and to.
pub const FROM_TO: Both = both!("{}至{}", "{} to {}");
/// A number and more.
pub const AND_MORE: Both = both!("{}以上", "{} or more");
/// A number and less.
pub const AND_LESS: Both = both!("{}以下", "{} or less");
/// The answers.
pub const ANSWERS: Both = both!("结果和接下来怎么办", "Answers, and what follows");
/// What is asked of the office.
pub const NEEDS: Both = both!("要做到", "What it asks");
/// What shows that it was done.
pub const SHOWN_BY: Both = both!("（记了“{}”就算做到）", " (done once this is recorded: {})");
/// Trying a case.
pub const TRY: Both = both!("试一试", "Try a case");
/// What that does.
pub const TRY_HINT: Both = both!(
    "随意选，看哪一行算数。只是试，不会记到任何一件事上。",
    "Choose freely and see which row counts. Nothing is recorded."
);
/// Begins anew.
pub const ANEW: Both = both!("清空重来", "Start anew");
/// The answer of a try: the answer, the row.
pub const CAME: Both = both!("结果：{}（{}）", "Answer: {} (row {})");
/// Nothing chosen.
pub const CHOOSE: Both = both!("“{}”还没有选。", "“{}” is not chosen yet.");
/// What would change the answer.
pub const WOULD: Both =
    both!("只改一处，结果就不同的：", "One change alone that gives another answer:");
/// Nothing would.
pub const NOTHING_WOULD: Both =
    both!("只改任何一处，结果都不变。", "No single change gives another answer.");
/// One change: the input, the values, the answer, the row.
pub const CHANGE: Both = both!("“{}”改成{}：{}（{}）", "“{}” changed to {}: {} (row {})");
/// Examples of a table.
pub const EXAMPLES: Both = both!("例子", "Examples");
/// There is none.
pub const NO_EXAMPLES: Both = both!("这张表还没有例子。", "This table has no example yet.");
/// Runs them.
pub const RUN: Both = both!("跑一遍例子", "Run the examples");
/// All agree: how many.
pub const ALL_RIGHT: Both = both!("{}个例子都对。", "All {} examples agree.");
/// Some do not: how many, of how many.
pub const SOME_WRONG: Both = both!("{}个例子，{}个不对：", "Of {} examples, {} do not agree:");
/// One that does not: what it is, expected, found.
pub const WRONG: Both = both!("{}：应当是{}，算出{}", "{}: expected {}, found {}");
/// An answer and its row.
pub const WITH_ROW: Both = both!("{}（{}）", "{} (row {})");
/// Puts an example into the try.
pub const TAKE: Both = both!("放到“试一试”里", "Put into “Try a case”");
/// What an example expects.
pub const EXPECTED: Both = both!("应当是", "Expected");

/// A table by its name.
pub const TABLE: Both = both!("“{}”表", "table “{}”");
/// The differences between two packs: a row is new, gone, changed.
pub const ROWS_NEW: Both = both!("新增行{}", "rows added: {}");
/// Rows gone.
pub const ROWS_GONE: Both = both!("去掉行{}", "rows left out: {}");
/// Rows changed.
pub const ROWS_CHANGED: Both = both!("改动行{}", "rows changed: {}");
/// Rows in another order.
pub const ROWS_MOVED: Both = both!("行的先后变了", "the order of rows");
/// Answers.
pub const ANSWERS_CHANGED: Both = both!("结果的说明变了", "answers");
/// Columns.
pub const INPUTS_CHANGED: Both = both!("列变了", "inputs");

/// A gap: the table, the case.
pub const GAP: Both = both!(
    "“{}”表有空档：{}的时候，没有哪一行管。请补一行，或者在最后加一行兜底",
    "table “{}” leaves a case open: when {}, no row fits. Add one, or a last row for everything else"
);
/// A gap that nothing narrows: the table.
pub const GAP_ALL: Both =
    both!("“{}”表一行也没有，什么情形都没有结果", "table “{}” has no row: it answers nothing");
/// An overlap: the table, two rows, the case.
pub const OVERLAP: Both = both!(
    "“{}”表里{}两行重叠：{}的时候，两行都符合，结果不一样。请改条件，让它们不再重叠",
    "in table “{}” the rows {} overlap: when {}, both fit and answer differently. Change their conditions"
);
/// Any case.
pub const ANY_CASE: Both = both!("不管什么情形", "whatever the case");
/// A value that is not there: the row, the input, the value.
pub const NO_VALUE: Both =
    both!("{}这一行，“{}”没有“{}”这个取值", "row {}: “{}” has no value “{}”");
/// A column or an answer that is not there: the row, what.
pub const NO_SUCH: Both = both!(
    "{}这一行写的“{}”，表里没有这一列，也没有这个结果",
    "row {} names “{}”, which is neither an input nor an answer of its table"
);
/// A column that reads what is not there: the table, the column.
pub const BAD_INPUT: Both = both!(
    "“{}”表的“{}”这一列写错了：只能读本规则包里有的问题、标准，或者排在前面的表；一列的取值最多128个",
    "table “{}”, input “{}”: it may read questions and criteria of the pack and tables above it, with 128 values at most"
);
/// One input and its value.
pub const IS: Both = both!("“{}”是“{}”", "“{}” is “{}”");
/// Between two.
pub const AND: Both = both!("、", ", ");
/// The day of the consult.
pub const CONSULT_DAYS: Both = both!(
    "会诊日写的是{}，只能是每月1日至28日",
    "the day of the consult is {}: it is from 1 to 28"
);
