"""各项发现的中文说法。"""

from crossfoot.wording.findings import Explanation

SENTENCES = {
    "areas": "地区",
    "space": "",
    "place.cell": "{file}，单元格 {cell}",
    "place.column": "{file}，第 {row} 行，“{column}”列",
    "place.row": "{file}，第 {row} 行",
    "place.file": "{file}",
    "holds_if.truncated": "若其后的小数是舍去而不是四舍五入，则此数正确。",
    "passed": "{title}：未发现。",
    "failed": "{title}。",
    "missing": "{title}：缺少数字，尚不能判断。",
    "broken": "{title}：此项核对本身未能进行，结果不明。",
    "areas-do-not-sum.title": "各地区合计与总数不符",
    "areas-do-not-sum.passed": "{area}所报“{data_element}”（{period}）为 {stated}，其下 {parts_expected} 个{parts_name}"
    "中已报的 {parts_reported} 个合计与之相符。",
    "areas-do-not-sum.failed": "{area}所报“{data_element}”（{period}）为 {stated}，而其下 {parts_expected} "
    "个{parts_name}"
    "中已报的 {parts_reported} 个合计为 {computed}（{imbalance}）。",
    "areas-do-not-sum.missing": "{area}“{data_element}”（{period}）尚不能合计：无总数，或 {parts_expected} "
    "个{parts_name}"
    "未报齐（已报 {parts_reported} 个）。",
    "count-not-whole.title": "计数不是整数",
    "count-not-whole.failed": "{area}所报“{data_element}”（{period}）为 {stated}，而此项只能是整数。",
    "cumulative-does-not-sum.title": "累计数不是新增数之和",
    "cumulative-does-not-sum.passed": "{area}所报“{data_element}”（{period}）为 {stated}，与各期“{other}”之和相符。",
    "cumulative-does-not-sum.failed": "{area}所报“{data_element}”（{period}）为 {stated}，而各期“{other}”之和为 "
    "{computed}（{imbalance}）。",
    "cumulative-does-not-sum.missing": "{area}“{data_element}”（{period}）尚不能与各期“{other}”之和核对。",
    "cumulative-falls.title": "累计数下降",
    "cumulative-falls.passed": "{area}所报“{data_element}”（{period}）为 {stated}，不低于前次的 {computed}"
    "（{before_period}）。",
    "cumulative-falls.failed": "{area}所报“{data_element}”（{period}）为 {stated}，而前次已是 {computed}"
    "（{before_period}），相差 {imbalance}。",
    "denominator-revised.title": "分母有修订",
    "denominator-revised.passed": "{area}“{data_element}”为 {stated}（{period}），与前相同（{before_period}）。",
    "denominator-revised.failed": "{area}“{data_element}”为 {stated}（{period}），原为 {computed}（{before_period}）："
    "须重新核算{indicators}。",
    "figure-stated-twice.title": "同一数字报了两次",
    "figure-stated-twice.passed": "{area}“{data_element}”（{period}）报了两次，均为 {stated}。",
    "figure-stated-twice.failed": "{area}在同一份报表中两次报“{data_element}”（{period}）：先为 {computed}，后为 "
    "{stated}。",
    "figure-stated-twice.missing": "{area}“{data_element}”（{period}）有两行，其中一行空白。",
    "flow-disagrees-with-cumulative.title": "新增数与累计数不符",
    "flow-disagrees-with-cumulative.passed": "{area}所报“{data_element}”（{period}）为 {stated}，“{other}”的增加与之"
    "相符。",
    "flow-disagrees-with-cumulative.failed": "{area}所报“{data_element}”（{period}）为 {stated}，而“{other}”增加了 "
    "{computed}（{imbalance}）。",
    "flow-disagrees-with-cumulative.missing": "{area}“{data_element}”（{period}）尚不能与“{other}”核对：缺少数字。",
    "margins-disagree.title": "两种合计不一致",
    "margins-disagree.passed": "{area}“{data_element}”（{period}）按两组分项合计均为 {stated}。",
    "margins-disagree.failed": "{area}“{data_element}”（{period}）按一组分项合计为 {stated}，按另一组为 {computed}"
    "（{imbalance}）。",
    "name-unknown.title": "名称不明",
    "name-unknown.passed": "{file} 中的名称均为已知。",
    "name-unknown.failed": "“{written}”不是本次工作已知的名称（{place}）。",
    "name-unknown.failed.empty": "有数字的行或列没有名称（{place}）。",
    "name-unknown.failed.suggested": "“{written}”不是本次工作已知的名称（{place}）。是否为“{suggestion}”？",
    "negative-count.title": "数字为负",
    "negative-count.failed": "{area}所报“{data_element}”（{period}）为 {stated}，而此项不能为负。",
    "numerator-exceeds-denominator.title": "部分超过全体",
    "numerator-exceeds-denominator.passed": "{area}“{data_element}”（{period}）：{computed} 中的 {stated}。",
    "numerator-exceeds-denominator.failed": "{area}“{data_element}”（{period}）：分子 {stated}，分母仅 {computed}"
    "（{imbalance}）。",
    "part-exceeds-whole.title": "部分大于总体",
    "part-exceeds-whole.passed": "{area}所报“{data_element}”（{period}）为 {stated}，不超过“{other}”的 {computed}。",
    "part-exceeds-whole.failed": "{area}所报“{data_element}”（{period}）为 {stated}，而“{other}”仅为 {computed}"
    "（{imbalance}）。",
    "part-exceeds-whole.missing": "{area}“{data_element}”（{period}）尚不能与“{other}”核对：两者缺一。",
    "parts-do-not-sum.title": "分项合计与总数不符",
    "parts-do-not-sum.passed": "{area}所报“{data_element}”（{period}）为 {stated}，与分项合计相符。",
    "parts-do-not-sum.failed": "{area}所报“{data_element}”（{period}）为 {stated}，而 {parts_expected} 个分项中的 "
    "{parts_reported} 个合计为 {computed}（{imbalance}）。",
    "parts-do-not-sum.missing": "{area}“{data_element}”（{period}）尚不能与分项核对：{parts_expected} 个分项中有 "
    "{parts_reported} 个。",
    "percentage-misstated.title": "百分比有误",
    "percentage-misstated.passed": "{area}所报“{data_element}”（{period}）为 {stated}，与其数字相符。",
    "percentage-misstated.failed": "{area}所报“{data_element}”（{period}）为 {stated}，而按其数字应为 {computed}。",
    "percentage-misstated.missing": "{area}所报“{data_element}”（{period}）为 {stated}，因缺少数字，无法核算。",
    "return-duplicated.title": "报表重复收到",
    "return-duplicated.passed": "{file} 只收到一次。",
    "return-duplicated.failed": "{file} 与 {copy_of} 内容完全相同，只计一次。",
    "return-late.title": "报表迟到",
    "return-late.passed": "{area} {period} 的报表按时收到（{received}，限期 {due}）。",
    "return-late.failed": "{area} {period} 的报表于 {received} 收到，限期为 {due}（迟 {stated} 天）。",
    "return-missing.title": "缺报",
    "return-missing.passed": "{area}已报 {period}。",
    "return-missing.failed": "{area}未报 {period}，限期为 {due}。",
    "return-missing.missing": "{area}尚未报 {period}，限期为 {due}。",
    "return-unexpected.title": "未要求的报表",
    "return-unexpected.passed": "{file} 所报的时期和地区均在要求之内（{period}）。",
    "return-unexpected.failed": "{file} 所报为 {period}，其中 {parts_expected} 处只有 {parts_reported} 处在要求之内。",
    "return-unexpected.missing": "{file} 所报为 {period}，该时期尚未结束。",
    "return-unreadable.title": "报表无法读取",
    "return-unreadable.passed": "{file} 已读取。",
    "return-unreadable.failed": "{file} 未能读出任何内容：{written}",
    "return-unreadable.failed.unwritten": "本活动没有适用于 {file} 的版式，未读取其中任何内容。",
    "returns-disagree.title": "两份报表不一致",
    "returns-disagree.passed": "{file} 与 {other_file} 所报{area}“{data_element}”（{period}）一致：{stated}。",
    "returns-disagree.failed": "{area}“{data_element}”（{period}）在 {file} 中为 {stated}，在同日收到的 {other_file} 中为 "
    "{computed}。",
    "stock-does-not-balance.title": "库存收支不平",
    "stock-does-not-balance.passed": "{area}“{data_element}”账（{period}）收支相平，结存 {stated}。",
    "stock-does-not-balance.failed": "{area}所报“{data_element}”（{period}）结存为 {stated}，而期初、收入和支出合计应"
    "为 "
    "{computed}（{imbalance}）。",
    "stock-does-not-balance.missing": "{area}“{data_element}”账（{period}）尚不能核对：{parts_expected} 项中有 "
    "{parts_reported} 项。",
    "text-left-aside.title": "未采用的文字",
    "text-left-aside.passed": "{file} 表外无文字。",
    "text-left-aside.failed": "未从“{written}”读取数字（{place}）。",
    "unchanged-return.title": "报表与前次雷同",
    "unchanged-return.passed": "{file}（{period}）与前次不同：{parts_expected} 个数字中有 {parts_reported} 个相同。",
    "unchanged-return.failed": "{file}（{period}）似抄自前次：{parts_expected} 个数字中有 {parts_reported} 个相同。",
    "value-out-of-line.title": "数字反常",
    "value-out-of-line.passed": "{area}“{data_element}”（{period}）正常：{stated}，平常约 {computed}。",
    "value-out-of-line.failed": "{area}“{data_element}”（{period}）反常：{stated}，平常约 {computed}。是否多写或少写了"
    "一位？",
    "value-out-of-line.missing": "{area}“{data_element}”（{period}）：可比的时期太少，{stated} 尚不能判断。",
    "value-unreadable.title": "数值无法读取",
    "value-unreadable.passed": "{file} 中的数值均已读取。",
    "value-unreadable.failed": "“{written}”不能读作数字或日期（{place}）。",
    "value-unreadable.failed.suggested": "“{written}”不能读作数字或日期（{place}）。是否为“{suggestion}”？",
}

EXPLANATIONS = {
    "areas-do-not-sum": Explanation(
        "把一个地区所报的数字与其直属各地区之和相比，隶属关系以该时期最后一天为准。",
        "总数与各部分不符，说明总数抄错了，或合计的是别的地方、别的日子。",
        "问该地区：总数包括哪些地区，截至哪一天。",
    ),
    "count-not-whole": Explanation(
        "查看人、地、物的计数是否可能是整数。",
        "不会有 7.5 个病例：或是把比率写成了计数，或是小数点本为千位分隔。",
        "向该地区询问计数。",
    ),
    "cumulative-does-not-sum": Explanation(
        "把一个地区最后的累计数与其自开始以来所报新增数之和相比，仅限于配置声明各期齐全者（`complete_since`）。",
        "或有新增数缺报、重复，或累计数被单独更正。",
        "请该地区列出各期数字，并说明累计数作过何种更正。",
    ),
    "cumulative-falls": Explanation(
        "把累计数与此前最近一次所报的同一累计数相比。",
        "累计数只增不减：下降或是笔误，或是以零表示“未报”，或是未加说明的更正。",
        "问该地区：两数以何者为准，是否有所剔除。",
    ),
    "denominator-revised": Explanation(
        "查找后来的报表对同一时期改动的分母，以及与前一时期不同的存量类分母（如人口）。",
        "因分母减小而上升的百分比不是进展；已公布的须重新核算。",
        "在简报中说明自何时起用哪个分母，并把两个百分比并列一次。",
    ),
    "figure-stated-twice": Explanation(
        "比较同一份报表在两个单元格中对同一地区、数据项、分组和时期所报的数。",
        "两数不同时，无从知道何者为准；在问明之前采用第一个。",
        "问该地区以何者为准，并请删去另一个。",
    ),
    "flow-disagrees-with-cumulative": Explanation(
        "把一个时期的新增数与累计数的增加相比（配置中的 `feeds`），仅限于紧接的前一时期也报有累计数者。",
        "两者必有一误，或累计数有未报为新增的增减。",
        "问该地区该时期的新增数，以及累计数作过何种更正。",
    ),
    "margins-disagree": Explanation(
        "未报总数时，把两组完整分项的合计相比：直接下级地区、总数所等于的各数据项（`equals`），以及每一种分组。",
        "同样的人，按地区数与按年龄数应当一样多；否则其中一张表有遗漏。",
        "问两张表的编制者各自包括哪些地区、日期和群体。",
    ),
    "name-unknown": Explanation(
        "查找既非代码、也非名称或别名的地区、数据项和类别名称。相近的名称只作建议，不自行采用。",
        "列在不明名称之下的数字不在任何总数之内。",
        "建议无误，即把别名写入配置；否则问报送者所指为何。",
    ),
    "negative-count": Explanation(
        "查找负值，配置允许者除外（`may_be_negative`）。",
        "不会少于零：或是把更正写成了计数，或是把横线读作负号。",
        "向该地区询问计数；若为更正，则问该时期更正后的数字。",
    ),
    "numerator-exceeds-denominator": Explanation(
        "比较部分占全体的指标的分子与分母（配置中的 `part_of_whole`）。",
        "覆盖率超过 100%，说明分母过时，或计入了外地的人。",
        "先查分母来自何处、是何时的，再怀疑该地区的数字。",
    ),
    "part-exceeds-whole": Explanation(
        "把一个数字与它不得超过的数字（配置中的 `at_most`）相比，如死亡与病例，同一地区、分组和时期。",
        "死亡不会多于病例：两数之一写错，或不是同一天的。",
        "向该地区询问同一天的两个数字。",
    ),
    "parts-do-not-sum": Explanation(
        "把总数与同一地区、同一时期的分项之和相比：它所等于的各数据项（`equals`），或按性别、年龄等的分组。",
        "合计不符的行或列，其中至少有一个数字是错的。",
        "请该地区重报这一行及其全部分项。",
    ),
    "percentage-misstated": Explanation(
        "把报表所写的百分比或比率（指标的 `stated`）与其自身数字算出的相比，用精确分数，并只到所写的位数：7.8 即 7.75 "
        "至 7.85。分子或分母已被后来的报表修订者，不作判断。",
        "读者记住的是百分比，却无人复算。",
        "问明所用的分子和分母；应改的是百分比，不是数字。",
    ),
    "return-duplicated": Explanation(
        "查找与已收到者内容完全相同的文件。",
        "只计一次；若本要报的是另一份，则那一份缺报。",
        "问报送者是否本要送另一份文件。",
    ),
    "return-late": Explanation(
        "把首次收到一份报表的数字的日期与限期相比。",
        "按时发出的简报里没有迟到者。",
        "问迟到的原因；该地区所称的发出日期可在收件时填入。",
    ),
    "return-missing": Explanation(
        "逐一查看应由某地区就某时期报送、且已到期的报表：是否已报任何数字？",
        "已报各处的合计不是总数。",
        "提醒该地区；如无可报，报“无”也算一份报表。",
    ),
    "return-unexpected": Explanation(
        "查找无人须报的时期的报表，或既不须报、又不属于须报地区、也不包含须报地区的地区的报表。",
        "日期写错，数字就落到无人查看之处，而应有的报表好像缺报。",
        "问报送者所报的时期和地区；若为试填或样表，请撤回。",
    ),
    "return-unreadable": Explanation(
        "查找损坏、加锁或类型不明的文件，以及配置中没有相应版式的表格。",
        "报送者以为已报，简报中却一无所有。",
        "请重送文件，或说明其版式：crossfoot receive --propose 文件 可给出建议。",
    ),
    "returns-disagree": Explanation(
        "比较同日收到、名称不同的两份报表对同一地区、数据项、分组和时期所报的数。以原名重报者视为更正，不在此列。",
        "以后到者为准，而报送者未必有意取代前一份。",
        "问该地区以何者为准，并撤回另一份。",
    ),
    "stock-does-not-balance": Explanation(
        "把期末结存与期初结存 + 收入 − 支出相比（配置中的 `accounts`）。",
        "收支不平，或是清点有误，或是有报表未载的去向。",
        "请该地区清点库存，并查找未登记的收入和支出。",
    ),
    "text-left-aside": Explanation(
        "列出表格周围未读取数字的标题、注释和备注。",
        "不作无声的省略：备注或许说明了数字未说的事。",
        "请一读；无须处理。",
    ),
    "unchanged-return": Explanation(
        "清点一份报表中与前次相同的数字：至少五个非零数字中的五分之四。累计数和分母不计，因其本可不变。",
        "抄自前次的报表看似喜讯：按时，无误。",
        "问该地区该时期是否真的作过统计。",
    ),
    "value-out-of-line": Explanation(
        "把一个时期的数字（或累计数的增加）与前后各至多八个时期的相比。至少为其中最大者的三倍，或至多为最小者的三分之"
        "一，"
        "且修正 z 值大于 3.5，即为反常；可比者只有三至五个时，则与其平均数相差须大于三个标准差。",
        "多写一位会改变全部总数，而所有合计可能依然相符。",
        "问该地区数字是否属实；属实则说明理由，予以认可。",
    ),
    "value-unreadable": Explanation(
        "查找应为数字或日期而不是的单元格，或可作两种读法的，如计数写作 1.234。后来的报表已报该数的，不再列出。",
        "读不出的不在任何总数之内；猜出来的可能进了错的总数。",
        "问报送者所指为何，或在版式中说明文件如何书写数字和日期。",
    ),
}
