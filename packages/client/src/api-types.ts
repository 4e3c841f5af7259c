// Generated from the OpenAPI document by scripts/generate-client.mjs. Not for editing by hand.

export interface paths {
    "/healthz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 进程在运行 / The process lives
         * @description For anybody.
         */
        get: operations["health"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/readyz": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 数据库和队列可用 / Database and queue answer
         * @description For anybody.
         */
        get: operations["ready"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/metrics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 监控指标 / Metrics
         * @description From this machine, or with an admin’s key.
         */
        get: operations["metrics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/openapi.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 接口描述 / This document
         * @description For anybody.
         */
        get: operations["openapi"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/docs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 接口一览 / The list of calls as a page
         * @description From this machine, or with an admin’s key.
         */
        get: operations["docs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receivers": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 接收方列表 / Receivers, never with their secrets
         * @description Lowest role: commander.
         */
        get: operations["listReceivers"];
        put?: never;
        /**
         * 登记接收方；webhook 密钥只显示一次 / Registers who hears of what
         * @description Lowest role: commander.
         */
        post: operations["createReceiver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{id}/finalize": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 锁定材料 / Finalizes a report
         * @description Lowest role: commander.
         */
        post: operations["finalizeReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一条预警及其经过 / One warning with everything that happened to it
         * @description Lowest role: reporter.
         */
        get: operations["getAlert"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/calendar/{year}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 查询放假安排 / A year’s calendar
         * @description Lowest role: reporter.
         */
        get: operations["getCalendar"];
        /**
         * 载入放假安排 / Loads a year’s holidays and make-up days, or an org’s own days off
         * @description Lowest role: admin.
         */
        put: operations["putCalendar"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/clock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 业务时钟 / Where the business clock stands, and whether all that was due is done
         * @description Lowest role: reporter.
         */
        get: operations["getClock"];
        /**
         * 拨动模拟时钟 / Sends the simulated clock to a moment
         * @description Lowest role: admin; a key of the whole installation.
         */
        put: operations["setClock"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{id}/report.{format}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 下载材料（html、json） / A report’s rendered file
         * @description Lowest role: reporter.
         */
        get: operations["getReportFile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 材料状态 / A report’s state
         * @description Lowest role: reporter.
         */
        get: operations["getReport"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/submissions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 一次报送的内容 / One submission as it was sent, what of it waits, what was done to it
         * @description Lowest role: reporter.
         */
        get: operations["getSubmission"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 密钥列表 / Keys of the subtree, never with their secrets
         * @description Lowest role: admin.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * 发放密钥，只显示一次 / Issues a key; its secret is shown once
         * @description Lowest role: admin.
         */
        post: operations["issueKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 预警列表 / Warnings
         * @description Lowest role: reporter.
         */
        get: operations["listAlerts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/audit": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 设置变更记录 / Who changed what in the configuration
         * @description Lowest role: admin.
         */
        get: operations["listAudit"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 投递记录与每次尝试 / Deliveries with every attempt
         * @description Lowest role: commander.
         */
        get: operations["listDeliveries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evaluations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 序时评价与灯色 / Figures judged against targets
         * @description Lowest role: reporter.
         */
        get: operations["listEvaluations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 事件流 / Events after a cursor; the last one’s cursor asks for the next
         * @description Lowest role: reporter.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/figures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 数据及其全部修订 / Figures with every revision, the one in force marked
         * @description Lowest role: reporter.
         */
        get: operations["listFigures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/indicators": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 指标目录 / The catalogue of indicators
         * @description Lowest role: reporter.
         */
        get: operations["listIndicators"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orgs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位列表 / Orgs of a subtree
         * @description Lowest role: reporter.
         */
        get: operations["listOrgs"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/reports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 材料列表 / Reports, newest first; a later draft replaces an earlier one
         * @description Lowest role: reporter.
         */
        get: operations["listReports"];
        put?: never;
        /**
         * 生成月度调度会材料 / Asks for the material of a period’s dispatch meeting
         * @description Lowest role: reviewer.
         */
        post: operations["requestReport"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/submissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 报送记录 / Submissions in order of arrival
         * @description Lowest role: reporter.
         */
        get: operations["listSubmissions"];
        put?: never;
        /**
         * 报送一期数据 / Reports an org’s sheet of a period
         * @description Lowest role: reporter.
         */
        post: operations["submit"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/targets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 目标列表 / Targets, with all versions where history=true
         * @description Lowest role: reporter.
         */
        get: operations["listTargets"];
        put?: never;
        /**
         * 下达或调整目标 / Sets a target; the same key again makes its next version
         * @description Lowest role: commander.
         */
        post: operations["setTarget"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orgs/{key}/duty": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 设定报送任务 / Sets which indicators an org reports, and when
         * @description Lowest role: admin.
         */
        put: operations["putDuty"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/indicators/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 建立或修改指标 / Creates or replaces a catalogue indicator
         * @description Lowest role: admin; a key of the whole installation.
         */
        put: operations["putIndicator"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orgs/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 建立或修改单位 / Creates or changes an org
         * @description Lowest role: admin.
         */
        put: operations["putOrg"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/people/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 建立或修改人员 / Creates or changes a person
         * @description Lowest role: admin.
         */
        put: operations["putPerson"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{key}/scopes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 灯色规则的适用范围 / Hangs a policy on orgs, indicators or targets
         * @description Lowest role: admin; a key of the whole installation.
         */
        put: operations["putPolicyScopes"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 设定灯色规则 / Makes the next version of a light policy
         * @description Lowest role: admin; a key of the whole installation.
         */
        put: operations["putPolicy"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/deliveries/{id}/redeliver": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新投递 / Sends a delivery again under its own id
         * @description Lowest role: commander.
         */
        post: operations["redeliver"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/receivers/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 停用接收方 / Takes a receiver out of use
         * @description Lowest role: commander.
         */
        delete: operations["removeReceiver"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * 吊销密钥 / Revokes a key at once
         * @description Lowest role: admin.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/submissions/bulk": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量报送，每行一份 / Many sheets, one a line of NDJSON; one answer a line, in order
         * @description Lowest role: reporter.
         */
        post: operations["submitBulk"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/submissions/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 以 Excel 或 CSV 报送 / Reports what a workbook or CSV file says; faults name its cells
         * @description Lowest role: reporter.
         */
        post: operations["submitFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/submission.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 报送表（XLSX） / The sheet of an org and a period, to be filled in and sent back
         * @description Lowest role: reporter.
         */
        get: operations["getSubmissionTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/peer-groups/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        /**
         * 设定比较组 / Names a group of orgs that are ranked among each other; an empty one ends it
         * @description Lowest role: admin.
         */
        put: operations["putPeerGroup"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/references": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 录入公布的平均水平和位次 / Keeps a published average or rank with its source
         * @description Lowest role: commander.
         */
        post: operations["addReference"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/evaluations/rerun": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 重新评价全年 / Judges a whole year anew by the newest targets; what was judged before stays on record
         * @description Lowest role: commander.
         */
        post: operations["rerunEvaluations"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scores/adjustments": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 考核加减分 / Adds or takes points by hand, with the reason
         * @description Lowest role: commander.
         */
        post: operations["adjustScore"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/policies/{key}/preview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 灯色规则试算 / Replays stored history under a policy and lists its alerts; writes nothing
         * @description Lowest role: commander.
         */
        post: operations["previewPolicy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scores": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 考核得分及算式 / Scores with their arithmetic
         * @description Lowest role: reporter.
         */
        get: operations["listScores"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scoreboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 灯色一览 / Orgs by indicators: lights, trend and what is missing
         * @description Lowest role: reporter.
         */
        get: operations["getScoreboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scoreboard.csv": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 灯色一览（CSV） / The board as CSV
         * @description Lowest role: reporter.
         */
        get: operations["getScoreboardCsv"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/scoreboard.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 指标完成情况表（XLSX） / The board as a workbook: figures, growth, gaps and lights, ready for print
         * @description Lowest role: reporter.
         */
        get: operations["getScoreboardXlsx"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/contributions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 拉动、贡献率和退库留基影响 / What each member contributes to the growth of an org
         * @description Lowest role: reporter.
         */
        get: operations["listContributions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{id}/acknowledge": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 签收 / Acknowledges a warning
         * @description Lowest role: reporter.
         */
        post: operations["acknowledgeAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{id}/rectification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 填报整改措施 / Files cause, measure, owner and due
         * @description Lowest role: reporter.
         */
        post: operations["rectifyAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{id}/close-request": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 申请销号 / Asks for a warning to be closed, with evidence
         * @description Lowest role: reporter.
         */
        post: operations["requestClose"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{id}/close": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 销号 / Closes a warning; by another person than the one who asked
         * @description Lowest role: reviewer.
         */
        post: operations["closeAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{id}/send-back": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退回 / Sends a close request back
         * @description Lowest role: reviewer.
         */
        post: operations["sendBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/alerts/{id}/escalate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 升级或降级调度 / Moves a warning to another level
         * @description Lowest role: commander.
         */
        post: operations["escalateAlert"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/submissions/validate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 只校验，不保存 / The same checks and the same answer; nothing is stored
         * @description Lowest role: reporter.
         */
        post: operations["validateSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/submissions/{id}/accept": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 审核通过 / Accepts a submission under review
         * @description Lowest role: reviewer.
         */
        post: operations["acceptSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/submissions/{id}/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 说明并确认存疑数据 / Says why held figures are no mistake
         * @description Lowest role: reporter.
         */
        post: operations["confirmSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/submissions/{id}/return": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 退回 / Gives a submission back: it is as if it had not been reported
         * @description Lowest role: reviewer.
         */
        post: operations["returnSubmission"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{id}/rotate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 更换密钥，新密钥只显示一次 / Gives a key a new secret, shown once; the one before stays good for a while
         * @description Lowest role: admin.
         */
        post: operations["rotateKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/aliases/{system}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 其他系统的代码 / What another system calls orgs and indicators
         * @description Lowest role: reporter.
         */
        get: operations["getAliases"];
        /**
         * 登记其他系统的代码 / Says what another system calls orgs and indicators
         * @description Lowest role: admin.
         */
        put: operations["putAliases"];
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/extensions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 延期报送 / Gives an org until a later day to report a period
         * @description Lowest role: commander.
         */
        post: operations["grantExtension"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/timeliness": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 报送完整率、及时率 / Completeness and timeliness of a period’s reports
         * @description Lowest role: reporter.
         */
        get: operations["listTimeliness"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/orgs.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 单位设置表（XLSX） / Orgs as a workbook: what is there, to be changed and sent back
         * @description Lowest role: reporter.
         */
        get: operations["getOrgsTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/orgs/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量设置单位 / Creates and changes orgs from a workbook: all rows or none
         * @description Lowest role: admin.
         */
        post: operations["loadOrgsFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/indicators.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 指标设置表（XLSX） / The catalogue as a workbook: what is there, to be changed and sent back
         * @description Lowest role: reporter.
         */
        get: operations["getIndicatorsTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/indicators/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量设置指标 / Creates and changes indicators from a workbook: all rows or none
         * @description Lowest role: admin; a key of the whole installation.
         */
        post: operations["loadIndicatorsFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/targets.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 目标下达表（XLSX） / Targets as a workbook: what is there, to be changed and sent back
         * @description Lowest role: reporter.
         */
        get: operations["getTargetsTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/targets/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量下达目标 / Sets targets from a workbook: all rows or none
         * @description Lowest role: admin.
         */
        post: operations["loadTargetsFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/templates/history.xlsx": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * 历史数据表（XLSX） / An empty workbook for the figures of years before
         * @description Lowest role: reporter.
         */
        get: operations["getHistoryTemplate"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/history/file": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * 批量录入历史数据 / Takes in figures of years before from a workbook: all rows or none
         * @description Lowest role: admin.
         */
        post: operations["loadHistoryFile"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface webhooks {
    "alert.raised": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alert.raised
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onAlertRaised"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alert.worsened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alert.worsened
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onAlertWorsened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alert.improved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alert.improved
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onAlertImproved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alert.persisted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alert.persisted
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onAlertPersisted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alert.targetRevised": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alert.targetRevised
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onAlertTargetRevised"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alert.escalated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alert.escalated
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onAlertEscalated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alert.deEscalated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alert.deEscalated
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onAlertDeEscalated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alert.acknowledged": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alert.acknowledged
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onAlertAcknowledged"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alert.rectificationFiled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alert.rectificationFiled
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onAlertRectificationFiled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alert.closeRequested": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alert.closeRequested
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onAlertCloseRequested"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alert.sentBack": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alert.sentBack
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onAlertSentBack"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alert.closed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alert.closed
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onAlertClosed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alert.resolved": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alert.resolved
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onAlertResolved"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alert.reopened": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alert.reopened
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onAlertReopened"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alert.confirmed": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alert.confirmed
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onAlertConfirmed"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alert.corrected": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alert.corrected
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onAlertCorrected"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alert.withdrawn": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alert.withdrawn
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onAlertWithdrawn"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "alert.settled": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * alert.settled
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onAlertSettled"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "dispatch.list": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * dispatch.list
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onDispatchList"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "report.ready": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * report.ready
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onReportReady"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "submission.accepted": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * submission.accepted
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onSubmissionAccepted"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "submission.held": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * submission.held
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onSubmissionHeld"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "submission.underReview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * submission.underReview
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onSubmissionUnderReview"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "submission.returned": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * submission.returned
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onSubmissionReturned"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "submission.evaluated": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * submission.evaluated
         * @description Sent by Standard Webhooks 1.0 to receivers that hear of it, at least once.
         */
        post: operations["onSubmissionEvaluated"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export interface components {
    schemas: {
        ReceiverBody: {
            name: string;
            /** @enum {string} */
            channel: "email" | "webhook";
            to?: string;
            url?: string;
            org: string;
            kinds?: string[];
            /** @enum {string} */
            minLight?: "green" | "yellow" | "orange" | "red";
            levels?: ("daily" | "weekly" | "monthly")[];
        };
        CreatedReceiver: {
            /** Format: uuid */
            id: string;
            secret?: string;
        };
        SecretShown: {
            /** Format: uuid */
            id: string;
            /** @constant */
            secretAlreadyShown: true;
        };
        Report: {
            /** Format: uuid */
            id: string;
            org: string;
            /** @description YYYY-MM */
            period: string;
            /** @enum {string} */
            state: "rendering" | "ready" | "failed";
            draft: boolean;
            title: string | null;
            hash: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            requestedAt: string;
            snapshotAt: string | null;
            finalizedAt: string | null;
            error: string | null;
        };
        RectificationBody: {
            cause: string;
            measure: string;
            owner: string;
            due: string;
        };
        CloseRequestBody: {
            evidence: string;
        };
        Forecast: {
            /** @description A plain decimal */
            value: string;
            low: string | null;
            high: string | null;
            /** @enum {string} */
            method: "pace" | "recentPace" | "lastYearShape";
            error: string | null;
            replayedYears: number;
        };
        Outlook: {
            /** @description A plain decimal */
            value: string;
            reason: string;
            lastYear: string | null;
            growth: string | null;
        };
        EvaluationNumbers: {
            /** @enum {string} */
            measure: "value" | "yoy";
            /** @enum {string} */
            state: "evaluated" | "notReported" | "notDue" | "noTarget" | "waiting" | "partial" | "underReview";
            figure: string | null;
            yoy: string | null;
            source: ("estimate" | "statistical" | "final") | null;
            completionRate: string | null;
            timeProgress: string | null;
            paceGap: string | null;
            paceRatio: string | null;
            gap: string | null;
            gapRate: string | null;
            plannedToDate: string | null;
            shortfall: string | null;
            remaining: string | null;
            averageMonthly: string | null;
            requiredMonthly: string | null;
            requiredMultiple: string | null;
            nextCheckpoint: {
                month: number;
                /** @description A plain decimal */
                value: string;
                /** @description A plain decimal */
                gap: string;
            } | null;
            light: ("green" | "yellow" | "orange" | "red") | null;
            clearedThrough: boolean;
            consecutiveLag: number;
            change: {
                /** @description YYYY-MM */
                previousPeriod: string;
                figure: string | null;
                yoy: string | null;
                gap: string | null;
                light: ("green" | "yellow" | "orange" | "red") | null;
            } | null;
            policy: {
                key: string;
                version: number;
                rule: number | null;
            } | null;
            backJudged: boolean;
            planFallback: ("lastYearMissing" | "lastYearFullYearMissing" | "lastYearMonthMissing" | "lastYearFullYearNotPositive" | "lastYearExceedsFullYear") | null;
            /** @enum {string} */
            origin: "reported" | "computed" | "rolledUp";
            milestone: {
                /**
                 * Format: date
                 * @description YYYY-MM-DD
                 */
                due: string;
                done: boolean;
                doneOn: string | null;
                doneLate: boolean;
                daysOverdue: string | null;
            } | null;
            members?: {
                reported: number;
                of: number;
                missing: {
                    key: string;
                    name: string;
                }[];
            };
            computed?: {
                /** @description A plain decimal */
                value: string;
                numerator: {
                    org: string;
                    indicator: string;
                    unit: string;
                    /** @description A plain decimal */
                    value: string;
                    figure: number;
                };
                denominator: {
                    org: string;
                    indicator: string;
                    unit: string;
                    /** @description A plain decimal */
                    value: string;
                    figure: number;
                };
                /** @description A plain decimal */
                scale: string;
            };
            /** @description A plain decimal */
            derivedYoy?: string;
            figureExact?: string;
            forecast?: components["schemas"]["Forecast"];
            outlook?: components["schemas"]["Outlook"];
            peerGap?: {
                /** @description A plain decimal */
                value: string;
                /** @description A plain decimal */
                reference: string;
                /** @enum {string} */
                source: "parent" | "published";
            };
            waitsFor?: {
                org: string;
                orgName: string;
                indicator: string;
                indicatorName: string;
                /** @description YYYY-MM */
                period: string;
                /** @constant */
                zero?: true;
            }[];
        };
        AlertObservation: {
            month: number;
            light: ("green" | "yellow" | "orange" | "red") | null;
            grade: ("estimate" | "statistical" | "final") | null;
            offTarget: string | null;
            figure: number | null;
            targetVersion: number | null;
            policy: {
                key: string;
                version: number;
                rule: number | null;
            } | null;
            numbers: components["schemas"]["EvaluationNumbers"];
            unit: string;
        };
        SheetObservation: {
            missing: string[];
            expected: number;
            dueAt: string | null;
            originalDueAt: string | null;
            workdaysLate: number | null;
            estimated: boolean;
        };
        AlertTransition: {
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            from: ("open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn") | null;
            /** @enum {string} */
            to: "open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn";
            /** @enum {string} */
            reason: "raised" | "worsened" | "improved" | "persisted" | "targetRevised" | "escalated" | "deEscalated" | "acknowledged" | "rectificationFiled" | "closeRequested" | "sentBack" | "closed" | "resolved" | "reopened" | "confirmed" | "corrected" | "withdrawn" | "settled";
            light: ("green" | "yellow" | "orange" | "red") | null;
            month: number | null;
            actor: string | null;
            via: string | null;
            note: string | null;
            evidence: (components["schemas"]["RectificationBody"] | components["schemas"]["CloseRequestBody"]) | null;
            observation: components["schemas"]["AlertObservation"] | components["schemas"]["SheetObservation"] | {
                loaded: boolean;
            };
        };
        AlertWithTransitions: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "indicatorLagging" | "forecastMiss" | "submissionDue" | "submissionOverdue" | "submissionHeld" | "dispatchMissed" | "milestoneDue" | "milestoneOverdue" | "projectStalled" | "decisionDue" | "decisionOverdue" | "postVacant" | "calendarMissing" | "yearSetup" | "receiverFailing";
            org: string;
            orgName: string;
            subject: {
                /** @constant */
                type: "indicator";
                org: string;
                indicator: string;
                /** @enum {string} */
                measure: "value" | "yoy";
                /** @enum {string} */
                grade: "annual" | "suggested" | "own" | "stretch";
                year: number;
            } | {
                /** @constant */
                type: "submission";
                org: string;
                /** @description YYYY-MM */
                period: string;
            } | {
                /** @constant */
                type: "calendar";
                year: number;
            };
            light: ("green" | "yellow" | "orange" | "red") | null;
            /** @enum {string} */
            state: "open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn";
            /** @enum {string} */
            level: "daily" | "weekly" | "monthly";
            title: string;
            message: string;
            periods: {
                /** @description YYYY-MM */
                first: string;
                /** @description YYYY-MM */
                latest: string;
            };
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            openedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            changedAt: string;
            owner: string | null;
            verdict: ("met" | "missed") | null;
            historical: boolean;
            transitions: components["schemas"]["AlertTransition"][];
        };
        Calendar: {
            year: number;
            org: string;
            version: number;
            daysOff: string[];
            workdays: string[];
            notice: {
                title: string;
                number?: string | null;
                date?: string | null;
            } | null;
        };
        Clock: {
            kind: "system" | "simulated";
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            now: string;
            goal: string | null;
            settled: boolean;
            timeZone: string;
        };
        ReportFile: {
            [key: string]: unknown;
        };
        Finding: {
            code: string;
            severity: "hold" | "note";
            pointer: string;
            indicator: string | null;
            message: string;
        };
        Confirmation: {
            code: string;
            indicator: string;
            reason: string;
        };
        SubmissionBody: {
            org: string;
            period: string;
            /** @enum {string} */
            source?: "estimate" | "statistical" | "final";
            values: {
                indicator: string;
                value?: string | number;
                yoy?: string | number;
                month?: string | number;
                lastYear?: string | number;
                lastYearMonth?: string | number;
                unit?: string;
                /** @enum {string} */
                source?: "estimate" | "statistical" | "final";
                period?: string;
                note?: string;
                notApplicable?: boolean;
                withdraw?: boolean;
                outlook?: {
                    fullYear: string | number;
                    reason: string;
                };
                done?: boolean;
                doneOn?: string;
                evidence?: string;
            }[];
            situations?: {
                indicator: string;
                cause: string;
                measure: string;
                owner?: string;
                due?: string;
            }[];
            requests?: {
                text: string;
                needs?: string;
                due?: string;
            }[];
            adjustments?: {
                indicator: string;
                /** @enum {string} */
                kind: "leftRegister" | "joinedRegister" | "restated";
                firms?: number;
                base?: string | number;
                value?: string | number;
                note?: string;
            }[];
            confirmations?: components["schemas"]["Confirmation"][];
            historical?: boolean;
            reason?: string;
        };
        WaitingFigure: {
            indicator: string;
            /** @description YYYY-MM */
            period: string;
            holds: string[];
            unreviewed: boolean;
        };
        SubmissionStep: {
            /** @enum {string} */
            step: "confirmed" | "accepted" | "returned";
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            person: string | null;
            key: string | null;
            reason: string | null;
        };
        ShownSubmission: {
            /** Format: uuid */
            id: string;
            org: string;
            /** @description YYYY-MM */
            period: string;
            revision: number;
            /** @enum {string} */
            state: "accepted" | "partlyHeld" | "held" | "underReview" | "returned" | "superseded";
            /** @enum {string} */
            source: "estimate" | "statistical" | "final";
            dueAt: string | null;
            late: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            receivedAt: string;
            evaluatedAt: string | null;
            findings: components["schemas"]["Finding"][];
            body: components["schemas"]["SubmissionBody"];
            waiting: components["schemas"]["WaitingFigure"][];
            steps: components["schemas"]["SubmissionStep"][];
        };
        KeyBody: {
            name: string;
            /** @enum {string} */
            role: "reporter" | "reviewer" | "commander" | "admin";
            org: string;
            person?: string;
            expiresAt?: string | null;
        };
        IssuedKey: {
            /** Format: uuid */
            id: string;
            secret: string;
        };
        Alert: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            kind: "indicatorLagging" | "forecastMiss" | "submissionDue" | "submissionOverdue" | "submissionHeld" | "dispatchMissed" | "milestoneDue" | "milestoneOverdue" | "projectStalled" | "decisionDue" | "decisionOverdue" | "postVacant" | "calendarMissing" | "yearSetup" | "receiverFailing";
            org: string;
            orgName: string;
            subject: {
                /** @constant */
                type: "indicator";
                org: string;
                indicator: string;
                /** @enum {string} */
                measure: "value" | "yoy";
                /** @enum {string} */
                grade: "annual" | "suggested" | "own" | "stretch";
                year: number;
            } | {
                /** @constant */
                type: "submission";
                org: string;
                /** @description YYYY-MM */
                period: string;
            } | {
                /** @constant */
                type: "calendar";
                year: number;
            };
            light: ("green" | "yellow" | "orange" | "red") | null;
            /** @enum {string} */
            state: "open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn";
            /** @enum {string} */
            level: "daily" | "weekly" | "monthly";
            title: string;
            message: string;
            periods: {
                /** @description YYYY-MM */
                first: string;
                /** @description YYYY-MM */
                latest: string;
            };
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            openedAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            changedAt: string;
            owner: string | null;
            verdict: ("met" | "missed") | null;
            historical: boolean;
        };
        AuditEntry: {
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            org: string;
            action: string;
            subject: string;
            person: string | null;
            key: string | null;
            requestId: string | null;
            /** @description as it was, as the action has it; null: nothing */
            before: unknown;
            /** @description what was set */
            after: unknown;
        };
        DeliveryAttempt: {
            attempt: number;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            /** @enum {string} */
            outcome: "delivered" | "retry" | "terminal" | "gone";
            code: number | null;
            milliseconds: number;
            reason: string | null;
            response: string | null;
        };
        Delivery: {
            /** Format: uuid */
            id: string;
            /** Format: uuid */
            receiver: string;
            type: string;
            alert: string | null;
            /** @enum {string} */
            state: "pending" | "delivered" | "failed";
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            createdAt: string;
            nextAttemptAt: string | null;
            finishedAt: string | null;
            attempts: components["schemas"]["DeliveryAttempt"][];
        };
        Plan: {
            /** @constant */
            kind: "linear";
            from?: number;
        } | {
            /** @constant */
            kind: "weights";
            weights: string[];
            normalise?: boolean;
        } | {
            /** @constant */
            kind: "cumulative";
            values: string[];
        } | {
            /** @constant */
            kind: "lastYear";
        } | {
            /** @constant */
            kind: "quarterly";
        } | {
            /** @constant */
            kind: "constant";
        } | {
            /** @constant */
            kind: "checkpoints";
            points: {
                month: number;
                /** @description A plain decimal */
                value: string;
            }[];
        };
        TargetSource: {
            document?: string;
            number?: string | null;
            date?: string | null;
        };
        EvaluationOperands: {
            figure: {
                id: number;
                /** Format: uuid */
                submission?: string;
                revision?: number;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                receivedAt?: string;
                value: string | null;
                yoy: string | null;
                /** @enum {string} */
                source: "estimate" | "statistical" | "final";
            } | null;
            computed: {
                /** @description A plain decimal */
                value: string;
                numerator: {
                    org: string;
                    indicator: string;
                    unit: string;
                    /** @description A plain decimal */
                    value: string;
                    figure: number;
                };
                denominator: {
                    org: string;
                    indicator: string;
                    unit: string;
                    /** @description A plain decimal */
                    value: string;
                    figure: number;
                };
                /** @description A plain decimal */
                scale: string;
            } | null;
            target: {
                id: number;
                version: number;
                /** @description A plain decimal */
                value: string;
                /** @enum {string} */
                comparator: "atLeast" | "atMost";
                /** @description YYYY-MM */
                appliesFrom: string;
                source: components["schemas"]["TargetSource"] | null;
                reason: string | null;
                before: {
                    version: number;
                    /** @description A plain decimal */
                    value: string;
                    /** @enum {string} */
                    comparator: "atLeast" | "atMost";
                } | null;
            } | null;
            policy: {
                key: string;
                version: number;
                rule: number | null;
                when: ({
                    all: {
                        /** @enum {string} */
                        field: "paceGap" | "paceRatio" | "gap" | "gapRate" | "figure" | "peerGap" | "consecutiveLag" | "daysOverdue" | "shortfall";
                        /** @enum {string} */
                        op: "lt" | "lte" | "gt" | "gte" | "eq";
                        /** @description A plain decimal */
                        value: string;
                    }[];
                } | {
                    any: {
                        /** @enum {string} */
                        field: "paceGap" | "paceRatio" | "gap" | "gapRate" | "figure" | "peerGap" | "consecutiveLag" | "daysOverdue" | "shortfall";
                        /** @enum {string} */
                        op: "lt" | "lte" | "gt" | "gte" | "eq";
                        /** @description A plain decimal */
                        value: string;
                    }[];
                }) | null;
                saw: {
                    /** @description A plain decimal */
                    paceGap?: string;
                    /** @description A plain decimal */
                    paceRatio?: string;
                    /** @description A plain decimal */
                    gap?: string;
                    /** @description A plain decimal */
                    gapRate?: string;
                    /** @description A plain decimal */
                    figure?: string;
                    /** @description A plain decimal */
                    peerGap?: string;
                    /** @description A plain decimal */
                    consecutiveLag?: string;
                    /** @description A plain decimal */
                    daysOverdue?: string;
                    /** @description A plain decimal */
                    shortfall?: string;
                };
            } | null;
            reference: {
                /** @description A plain decimal */
                value: string;
                /** @enum {string} */
                source: "parent" | "published";
                document: string | null;
            } | null;
        };
        Evaluation: {
            org: string;
            /** @description YYYY-MM */
            period: string;
            indicator: string;
            indicatorName: string;
            unit: string;
            reportUnit: string;
            /** @enum {string} */
            grade: "annual" | "suggested" | "own" | "stretch";
            deciding: boolean;
            target: {
                id: number;
                version: number;
                /** @description A plain decimal */
                value: string;
                /** @enum {string} */
                comparator: "atLeast" | "atMost";
                plan: components["schemas"]["Plan"];
            } | null;
            /** @enum {string} */
            measure: "value" | "yoy";
            /** @enum {string} */
            state: "evaluated" | "notReported" | "notDue" | "noTarget" | "waiting" | "partial" | "underReview";
            figure: string | null;
            yoy: string | null;
            source: ("estimate" | "statistical" | "final") | null;
            completionRate: string | null;
            timeProgress: string | null;
            paceGap: string | null;
            paceRatio: string | null;
            gap: string | null;
            gapRate: string | null;
            plannedToDate: string | null;
            shortfall: string | null;
            remaining: string | null;
            averageMonthly: string | null;
            requiredMonthly: string | null;
            requiredMultiple: string | null;
            nextCheckpoint: {
                month: number;
                /** @description A plain decimal */
                value: string;
                /** @description A plain decimal */
                gap: string;
            } | null;
            light: ("green" | "yellow" | "orange" | "red") | null;
            clearedThrough: boolean;
            consecutiveLag: number;
            change: {
                /** @description YYYY-MM */
                previousPeriod: string;
                figure: string | null;
                yoy: string | null;
                gap: string | null;
                light: ("green" | "yellow" | "orange" | "red") | null;
            } | null;
            policy: {
                key: string;
                version: number;
                rule: number | null;
            } | null;
            backJudged: boolean;
            planFallback: ("lastYearMissing" | "lastYearFullYearMissing" | "lastYearMonthMissing" | "lastYearFullYearNotPositive" | "lastYearExceedsFullYear") | null;
            /** @enum {string} */
            origin: "reported" | "computed" | "rolledUp";
            milestone: {
                /**
                 * Format: date
                 * @description YYYY-MM-DD
                 */
                due: string;
                done: boolean;
                doneOn: string | null;
                doneLate: boolean;
                daysOverdue: string | null;
            } | null;
            members?: {
                reported: number;
                of: number;
                missing: {
                    key: string;
                    name: string;
                }[];
            };
            computed?: {
                /** @description A plain decimal */
                value: string;
                numerator: {
                    org: string;
                    indicator: string;
                    unit: string;
                    /** @description A plain decimal */
                    value: string;
                    figure: number;
                };
                denominator: {
                    org: string;
                    indicator: string;
                    unit: string;
                    /** @description A plain decimal */
                    value: string;
                    figure: number;
                };
                /** @description A plain decimal */
                scale: string;
            };
            /** @description A plain decimal */
            derivedYoy?: string;
            figureExact?: string;
            forecast: components["schemas"]["Forecast"] | null;
            outlook: components["schemas"]["Outlook"] | null;
            rank: {
                position: number;
                of: number | null;
                reported: number | null;
                previous: number | null;
                provisional: boolean;
                mixedGrades: boolean;
                /** @enum {string} */
                source: "peers" | "published";
                document?: string | null;
            } | null;
            peerGap: {
                /** @description A plain decimal */
                value: string;
                /** @description A plain decimal */
                reference: string;
                /** @enum {string} */
                source: "parent" | "published";
            } | null;
            peerMean: {
                /** @description A plain decimal */
                value: string;
                reported: number;
                of: number;
            } | null;
            waitsFor: {
                org: string;
                orgName: string;
                indicator: string;
                indicatorName: string;
                /** @description YYYY-MM */
                period: string;
                /** @constant */
                zero?: true;
            }[] | null;
            explanation: string;
            operands: components["schemas"]["EvaluationOperands"];
        };
        AlertJudged: {
            alert: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "indicatorLagging" | "forecastMiss" | "submissionDue" | "submissionOverdue" | "submissionHeld" | "dispatchMissed" | "milestoneDue" | "milestoneOverdue" | "projectStalled" | "decisionDue" | "decisionOverdue" | "postVacant" | "calendarMissing" | "yearSetup" | "receiverFailing";
                light: ("green" | "yellow" | "orange" | "red") | null;
                /** @enum {string} */
                state: "open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn";
                /** @enum {string} */
                level: "daily" | "weekly" | "monthly";
                levelName: string;
                title: string;
                message: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                openedAt: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                changedAt: string;
                verdict: ("met" | "missed") | null;
                historical: boolean;
                org: string;
                orgName: string;
                /** @description YYYY-MM */
                period: string;
                periodName: string;
                lightName: string | null;
                indicator: string;
                indicatorName: string;
                /** @enum {string} */
                measure: "value" | "yoy";
                /** @enum {string} */
                grade: "annual" | "suggested" | "own" | "stretch";
                unit: string;
                figure: string | null;
                yoy: string | null;
                gapText: string;
                explanation: string | null;
                target: string | null;
                completionRate: string | null;
                timeProgress: string | null;
                paceGap: string | null;
                gap: string | null;
                consecutiveLag: number;
                forecast: components["schemas"]["Forecast"] | null;
                outlook: components["schemas"]["Outlook"] | null;
            };
            transition: {
                /** @enum {string} */
                reason: "raised" | "worsened" | "improved" | "persisted" | "targetRevised" | "escalated" | "deEscalated" | "acknowledged" | "rectificationFiled" | "closeRequested" | "sentBack" | "closed" | "resolved" | "reopened" | "confirmed" | "corrected" | "withdrawn" | "settled";
                reasonName: string;
                from: ("open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn") | null;
                /** @enum {string} */
                to: "open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn";
                light: ("green" | "yellow" | "orange" | "red") | null;
                lightName: string | null;
                /** @description YYYY-MM */
                latestPeriod: string;
                latestPeriodName: string;
                replacedBy: ("indicatorLagging" | "forecastMiss" | "submissionDue" | "submissionOverdue" | "submissionHeld" | "dispatchMissed" | "milestoneDue" | "milestoneOverdue" | "projectStalled" | "decisionDue" | "decisionOverdue" | "postVacant" | "calendarMissing" | "yearSetup" | "receiverFailing") | null;
            };
        };
        AlertOfSheet: {
            alert: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "indicatorLagging" | "forecastMiss" | "submissionDue" | "submissionOverdue" | "submissionHeld" | "dispatchMissed" | "milestoneDue" | "milestoneOverdue" | "projectStalled" | "decisionDue" | "decisionOverdue" | "postVacant" | "calendarMissing" | "yearSetup" | "receiverFailing";
                light: ("green" | "yellow" | "orange" | "red") | null;
                /** @enum {string} */
                state: "open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn";
                /** @enum {string} */
                level: "daily" | "weekly" | "monthly";
                levelName: string;
                title: string;
                message: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                openedAt: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                changedAt: string;
                verdict: ("met" | "missed") | null;
                historical: boolean;
                org: string;
                orgName: string;
                /** @description YYYY-MM */
                period: string;
                periodName: string;
                stateName: string;
                missing: {
                    indicator: string;
                    name: string;
                    /** @description YYYY-MM */
                    period: string;
                }[];
                expected: number;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                dueAt: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                originalDueAt: string;
                estimated: boolean;
                workdaysLate: number | null;
                /** @enum {string} */
                audience: "reporter" | "all" | "nobody";
            };
            transition: {
                /** @enum {string} */
                reason: "raised" | "worsened" | "improved" | "persisted" | "targetRevised" | "escalated" | "deEscalated" | "acknowledged" | "rectificationFiled" | "closeRequested" | "sentBack" | "closed" | "resolved" | "reopened" | "confirmed" | "corrected" | "withdrawn" | "settled";
                reasonName: string;
                from: ("open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn") | null;
                /** @enum {string} */
                to: "open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn";
            };
        };
        AlertOfCalendar: {
            alert: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "indicatorLagging" | "forecastMiss" | "submissionDue" | "submissionOverdue" | "submissionHeld" | "dispatchMissed" | "milestoneDue" | "milestoneOverdue" | "projectStalled" | "decisionDue" | "decisionOverdue" | "postVacant" | "calendarMissing" | "yearSetup" | "receiverFailing";
                light: ("green" | "yellow" | "orange" | "red") | null;
                /** @enum {string} */
                state: "open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn";
                /** @enum {string} */
                level: "daily" | "weekly" | "monthly";
                levelName: string;
                title: string;
                message: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                openedAt: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                changedAt: string;
                verdict: ("met" | "missed") | null;
                historical: boolean;
                year: number;
                stateName: string;
                /** @enum {string} */
                audience: "reporter" | "all" | "nobody";
            };
            transition: {
                /** @enum {string} */
                reason: "raised" | "worsened" | "improved" | "persisted" | "targetRevised" | "escalated" | "deEscalated" | "acknowledged" | "rectificationFiled" | "closeRequested" | "sentBack" | "closed" | "resolved" | "reopened" | "confirmed" | "corrected" | "withdrawn" | "settled";
                reasonName: string;
                from: ("open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn") | null;
                /** @enum {string} */
                to: "open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn";
            };
        };
        AlertRaisedEvent: {
            cursor: string;
            /** @constant */
            type: "alert.raised";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
        };
        AlertWorsenedEvent: {
            cursor: string;
            /** @constant */
            type: "alert.worsened";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
        };
        AlertImprovedEvent: {
            cursor: string;
            /** @constant */
            type: "alert.improved";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
        };
        AlertPersistedEvent: {
            cursor: string;
            /** @constant */
            type: "alert.persisted";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
        };
        AlertTargetRevisedEvent: {
            cursor: string;
            /** @constant */
            type: "alert.targetRevised";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
        };
        AlertMoved: {
            alert: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "indicatorLagging" | "forecastMiss" | "submissionDue" | "submissionOverdue" | "submissionHeld" | "dispatchMissed" | "milestoneDue" | "milestoneOverdue" | "projectStalled" | "decisionDue" | "decisionOverdue" | "postVacant" | "calendarMissing" | "yearSetup" | "receiverFailing";
                light: ("green" | "yellow" | "orange" | "red") | null;
                /** @enum {string} */
                state: "open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn";
                /** @enum {string} */
                level: "daily" | "weekly" | "monthly";
                levelName: string;
                title: string;
                message: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                openedAt: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                changedAt: string;
                verdict: ("met" | "missed") | null;
                historical: boolean;
                org: string;
                orgName: string;
                /** @description YYYY-MM */
                period: string;
                periodName: string;
                lightName: string | null;
                indicator: string;
                indicatorName: string;
                /** @enum {string} */
                measure: "value" | "yoy";
                /** @enum {string} */
                grade: "annual" | "suggested" | "own" | "stretch";
                unit: string;
                figure: string | null;
                yoy: string | null;
                completionRate: string | null;
                timeProgress: string | null;
                paceGap: string | null;
                gap: string | null;
                consecutiveLag: number | null;
            } | {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "indicatorLagging" | "forecastMiss" | "submissionDue" | "submissionOverdue" | "submissionHeld" | "dispatchMissed" | "milestoneDue" | "milestoneOverdue" | "projectStalled" | "decisionDue" | "decisionOverdue" | "postVacant" | "calendarMissing" | "yearSetup" | "receiverFailing";
                light: ("green" | "yellow" | "orange" | "red") | null;
                /** @enum {string} */
                state: "open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn";
                /** @enum {string} */
                level: "daily" | "weekly" | "monthly";
                levelName: string;
                title: string;
                message: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                openedAt: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                changedAt: string;
                verdict: ("met" | "missed") | null;
                historical: boolean;
                org: string;
                orgName: string;
                /** @description YYYY-MM */
                period: string;
                periodName: string;
                lightName: string | null;
                /** @enum {string} */
                audience: "reporter" | "all" | "nobody";
            } | {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                kind: "indicatorLagging" | "forecastMiss" | "submissionDue" | "submissionOverdue" | "submissionHeld" | "dispatchMissed" | "milestoneDue" | "milestoneOverdue" | "projectStalled" | "decisionDue" | "decisionOverdue" | "postVacant" | "calendarMissing" | "yearSetup" | "receiverFailing";
                light: ("green" | "yellow" | "orange" | "red") | null;
                /** @enum {string} */
                state: "open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn";
                /** @enum {string} */
                level: "daily" | "weekly" | "monthly";
                levelName: string;
                title: string;
                message: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                openedAt: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                changedAt: string;
                verdict: ("met" | "missed") | null;
                historical: boolean;
                org: string;
                orgName: string;
                /** @description YYYY-MM */
                period: string;
                periodName: string;
                lightName: string | null;
                year: number;
            };
            transition: {
                /** @enum {string} */
                reason: "raised" | "worsened" | "improved" | "persisted" | "targetRevised" | "escalated" | "deEscalated" | "acknowledged" | "rectificationFiled" | "closeRequested" | "sentBack" | "closed" | "resolved" | "reopened" | "confirmed" | "corrected" | "withdrawn" | "settled";
                reasonName: string;
                /** @enum {string} */
                from: "open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn";
                /** @enum {string} */
                to: "open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn";
                light: ("green" | "yellow" | "orange" | "red") | null;
                lightName: string | null;
                /** @description YYYY-MM */
                latestPeriod: string;
                latestPeriodName: string;
                actor: string | null;
                note: string | null;
                evidence: (components["schemas"]["RectificationBody"] | components["schemas"]["CloseRequestBody"]) | null;
            };
        };
        AlertEscalatedEvent: {
            cursor: string;
            /** @constant */
            type: "alert.escalated";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["AlertMoved"] | components["schemas"]["AlertOfSheet"];
        };
        AlertDeEscalatedEvent: {
            cursor: string;
            /** @constant */
            type: "alert.deEscalated";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["AlertMoved"] | components["schemas"]["AlertOfSheet"];
        };
        AlertAcknowledgedEvent: {
            cursor: string;
            /** @constant */
            type: "alert.acknowledged";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["AlertMoved"] | components["schemas"]["AlertOfSheet"];
        };
        AlertRectificationFiledEvent: {
            cursor: string;
            /** @constant */
            type: "alert.rectificationFiled";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["AlertMoved"] | components["schemas"]["AlertOfSheet"];
        };
        AlertCloseRequestedEvent: {
            cursor: string;
            /** @constant */
            type: "alert.closeRequested";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["AlertMoved"] | components["schemas"]["AlertOfSheet"];
        };
        AlertSentBackEvent: {
            cursor: string;
            /** @constant */
            type: "alert.sentBack";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["AlertMoved"] | components["schemas"]["AlertOfSheet"];
        };
        AlertClosedEvent: {
            cursor: string;
            /** @constant */
            type: "alert.closed";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["AlertMoved"] | components["schemas"]["AlertOfSheet"];
        };
        AlertResolvedEvent: {
            cursor: string;
            /** @constant */
            type: "alert.resolved";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
        };
        AlertReopenedEvent: {
            cursor: string;
            /** @constant */
            type: "alert.reopened";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
        };
        AlertConfirmedEvent: {
            cursor: string;
            /** @constant */
            type: "alert.confirmed";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
        };
        AlertCorrectedEvent: {
            cursor: string;
            /** @constant */
            type: "alert.corrected";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
        };
        AlertWithdrawnEvent: {
            cursor: string;
            /** @constant */
            type: "alert.withdrawn";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
        };
        AlertSettledEvent: {
            cursor: string;
            /** @constant */
            type: "alert.settled";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
        };
        DispatchList: {
            list: {
                /** Format: uuid */
                id: string;
                /** @enum {string} */
                cadence: "daily" | "weekly" | "monthly";
                /**
                 * Format: date
                 * @description YYYY-MM-DD
                 */
                on: string;
                org: string;
                orgName: string;
                /** @description YYYY-MM */
                period: string;
                periodName: string;
                backfilled: boolean;
                covers: string[];
                lines: {
                    org: string;
                    orgName: string;
                    /** @enum {string} */
                    reason: "red" | "orangeAgain" | "notReported";
                    reasonName: string;
                    alert: string | null;
                    indicatorName: string | null;
                    light: ("green" | "yellow" | "orange" | "red") | null;
                    lightName: string | null;
                    message: string;
                    openedAt: string | null;
                }[];
            };
        };
        DispatchListEvent: {
            cursor: string;
            /** @constant */
            type: "dispatch.list";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["DispatchList"];
        };
        ReportReady: {
            report: {
                /** Format: uuid */
                id: string;
                org: string;
                orgName: string;
                /** @description YYYY-MM */
                period: string;
                periodName: string;
                title: string;
                draft: boolean;
                hash: string;
            };
        };
        ReportReadyEvent: {
            cursor: string;
            /** @constant */
            type: "report.ready";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["ReportReady"];
        };
        SubmissionAccepted: {
            org: string;
            /** @description YYYY-MM */
            period: string;
            /** Format: uuid */
            submission: string;
            revision: number;
            historical: boolean;
            years: number[];
        };
        SubmissionAcceptedEvent: {
            cursor: string;
            /** @constant */
            type: "submission.accepted";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["SubmissionAccepted"];
        };
        SubmissionHeld: {
            org: string;
            /** @description YYYY-MM */
            period: string;
            /** Format: uuid */
            submission: string;
            revision: number;
            historical: boolean;
            years: number[];
            holds: {
                indicator: string;
                codes: string[];
            }[];
        };
        SubmissionHeldEvent: {
            cursor: string;
            /** @constant */
            type: "submission.held";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["SubmissionHeld"];
        };
        SubmissionUnderReview: {
            org: string;
            /** @description YYYY-MM */
            period: string;
            /** Format: uuid */
            submission: string;
            revision: number;
            historical: boolean;
            years: number[];
        };
        SubmissionUnderReviewEvent: {
            cursor: string;
            /** @constant */
            type: "submission.underReview";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["SubmissionUnderReview"];
        };
        SubmissionReturned: {
            org: string;
            /** @description YYYY-MM */
            period: string;
            /** Format: uuid */
            submission: string;
            revision: number;
            historical: boolean;
            years: number[];
            reason: string;
        };
        SubmissionReturnedEvent: {
            cursor: string;
            /** @constant */
            type: "submission.returned";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["SubmissionReturned"];
        };
        SubmissionEvaluated: {
            org: string;
            /** @description YYYY-MM */
            period: string;
            /** Format: uuid */
            submission: string;
            revision: number;
            historical: boolean;
            evaluations: {
                indicator: string;
                /** @enum {string} */
                measure: "value" | "yoy";
                /** @enum {string} */
                grade: "annual" | "suggested" | "own" | "stretch";
                light: ("green" | "yellow" | "orange" | "red") | null;
                /** @enum {string} */
                state: "evaluated" | "notReported" | "notDue" | "noTarget" | "waiting" | "partial" | "underReview";
            }[];
            alerts: string[];
        };
        SubmissionEvaluatedEvent: {
            cursor: string;
            /** @constant */
            type: "submission.evaluated";
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: components["schemas"]["SubmissionEvaluated"];
        };
        OtherEvent: {
            cursor: string;
            type: string;
            org: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            at: string;
            data: {
                [key: string]: unknown;
            };
        };
        Event: components["schemas"]["AlertRaisedEvent"] | components["schemas"]["AlertWorsenedEvent"] | components["schemas"]["AlertImprovedEvent"] | components["schemas"]["AlertPersistedEvent"] | components["schemas"]["AlertTargetRevisedEvent"] | components["schemas"]["AlertEscalatedEvent"] | components["schemas"]["AlertDeEscalatedEvent"] | components["schemas"]["AlertAcknowledgedEvent"] | components["schemas"]["AlertRectificationFiledEvent"] | components["schemas"]["AlertCloseRequestedEvent"] | components["schemas"]["AlertSentBackEvent"] | components["schemas"]["AlertClosedEvent"] | components["schemas"]["AlertResolvedEvent"] | components["schemas"]["AlertReopenedEvent"] | components["schemas"]["AlertConfirmedEvent"] | components["schemas"]["AlertCorrectedEvent"] | components["schemas"]["AlertWithdrawnEvent"] | components["schemas"]["AlertSettledEvent"] | components["schemas"]["DispatchListEvent"] | components["schemas"]["ReportReadyEvent"] | components["schemas"]["SubmissionAcceptedEvent"] | components["schemas"]["SubmissionHeldEvent"] | components["schemas"]["SubmissionUnderReviewEvent"] | components["schemas"]["SubmissionReturnedEvent"] | components["schemas"]["SubmissionEvaluatedEvent"] | components["schemas"]["OtherEvent"];
        Figure: {
            org: string;
            indicator: string;
            /** @description YYYY-MM */
            period: string;
            /** @enum {string} */
            grade: "estimate" | "statistical" | "final";
            value: string | null;
            yoy: string | null;
            monthValue: string | null;
            lastYear: string | null;
            lastYearMonth: string | null;
            givenValue: string | null;
            givenUnit: string | null;
            outlook: string | null;
            outlookReason: string | null;
            doneOn: string | null;
            evidence: string | null;
            notApplicable: boolean;
            withdrawn: boolean;
            historical: boolean;
            note: string | null;
            /** Format: uuid */
            submission: string;
            revision: number;
            reason: string | null;
            person: string | null;
            key: string | null;
            inForce: boolean;
            /** @enum {string} */
            state: "inForce" | "superseded" | "withdrawn" | "held" | "underReview" | "returned" | "replaced" | "confirmed";
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            knownAt: string;
        };
        Indicator: {
            key: string;
            name: string;
            unit: string;
            reportUnit: string;
            reportDecimals: number;
            /** @enum {string} */
            type: "flow" | "count" | "stock" | "ratio" | "growth" | "milestone";
            /** @enum {string} */
            direction: "up" | "down";
            decimals: number;
            noJanuary: boolean;
            dueMonths: number[] | null;
            lagMonths: number;
            /** @enum {string} */
            rollUp: "sum" | "ratioOfSums" | "none";
            formula: {
                numerator: {
                    indicator: string;
                    org: string;
                };
                denominator: {
                    indicator: string;
                    org: string;
                };
                /** @description A plain decimal */
                scale: string;
                /** @enum {string} */
                mode: "check" | "computed";
            } | null;
            partOf: string | null;
            /** @enum {string} */
            growthBasis: "comparable" | "current";
            rankBy: ("figure" | "completionRate" | "gap" | "paceGap") | null;
            order: number;
            group: string | null;
        };
        Org: {
            key: string;
            name: string;
            /** @enum {string} */
            level: "province" | "prefecture" | "county" | "park" | "cluster" | "enterprise" | "installation";
            parent: string | null;
            activeFrom: string | null;
            activeTo: string | null;
            /** @enum {string} */
            review: "none" | "required";
        };
        Receiver: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            channel: "email" | "webhook";
            address: string;
            org: string;
            kinds: string[] | null;
            minLight: ("green" | "yellow" | "orange" | "red") | null;
            levels: ("daily" | "weekly" | "monthly")[] | null;
            enabled: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            createdAt: string;
        };
        KeptSubmission: {
            /** Format: uuid */
            id: string;
            org: string;
            /** @description YYYY-MM */
            period: string;
            revision: number;
            /** @enum {string} */
            state: "accepted" | "partlyHeld" | "held" | "underReview" | "returned" | "superseded";
            /** @enum {string} */
            source: "estimate" | "statistical" | "final";
            dueAt: string | null;
            late: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            receivedAt: string;
            evaluatedAt: string | null;
            findings: components["schemas"]["Finding"][];
            body: components["schemas"]["SubmissionBody"];
        };
        Target: {
            id: number;
            org: string;
            year: number;
            indicator: string;
            /** @enum {string} */
            measure: "value" | "yoy";
            /** @enum {string} */
            grade: "annual" | "suggested" | "own" | "stretch";
            version: number;
            deciding: boolean;
            /** @enum {string} */
            comparator: "atLeast" | "atMost";
            /** @description A plain decimal */
            value: string;
            plan: components["schemas"]["Plan"];
            due: string | null;
            weight: string | null;
            scoring: ("pace" | "met" | "proportional" | "rankStep") | null;
            cap: string | null;
            source: components["schemas"]["TargetSource"] | null;
            responsible: {
                post?: string;
                unit?: string;
            } | null;
            policy: string | null;
            reason: string | null;
            /** @description YYYY-MM */
            appliesFrom: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            knownAt: string;
            lastYear: string | null;
            impliedGrowth: string | null;
        };
        CalendarBody: {
            daysOff: string[];
            workdays: string[];
            notice?: {
                title: string;
                number?: string | null;
                date?: string | null;
            } | null;
        };
        CalendarVersion: {
            year: number;
            version: number;
            rescheduled: {
                org: string;
                /** @description YYYY-MM */
                period: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                from: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                to: string;
            }[];
        };
        DutyBody: {
            indicators: {
                indicator: string;
                from: string;
                to?: string | null;
            }[];
            dueDay?: number;
            dueTime?: string;
            /** @enum {string} */
            roll?: "nextWorkday" | "previousWorkday" | "none";
            minWorkdays?: number;
        };
        DutyVersion: {
            org: string;
            version: number;
        };
        IndicatorBody: {
            name: string;
            unit: string;
            reportUnit?: string;
            reportDecimals?: number;
            /** @enum {string} */
            type: "flow" | "count" | "stock" | "ratio" | "growth" | "milestone";
            /** @enum {string} */
            direction?: "up" | "down";
            decimals?: number;
            noJanuary?: boolean;
            dueMonths?: number[] | null;
            lagMonths?: number;
            /** @enum {string} */
            rollUp?: "sum" | "ratioOfSums" | "none";
            formula?: {
                numerator: {
                    indicator: string;
                    org?: string;
                };
                denominator: {
                    indicator: string;
                    org?: string;
                };
                scale?: string | number;
                /** @enum {string} */
                mode?: "check" | "computed";
            } | null;
            partOf?: string | null;
            /** @enum {string} */
            growthBasis?: "comparable" | "current";
            rankBy?: ("figure" | "completionRate" | "gap" | "paceGap") | null;
            order?: number;
            group?: string | null;
        };
        PutIndicatorAnswer: {
            key: string;
            name: string;
            unit: string;
            reportUnit?: string;
            reportDecimals?: number;
            /** @enum {string} */
            type: "flow" | "count" | "stock" | "ratio" | "growth" | "milestone";
            /** @enum {string} */
            direction?: "up" | "down";
            decimals?: number;
            noJanuary?: boolean;
            dueMonths?: number[] | null;
            lagMonths?: number;
            /** @enum {string} */
            rollUp?: "sum" | "ratioOfSums" | "none";
            formula?: {
                numerator: {
                    indicator: string;
                    org?: string;
                };
                denominator: {
                    indicator: string;
                    org?: string;
                };
                scale?: string | number;
                /** @enum {string} */
                mode?: "check" | "computed";
            } | null;
            partOf?: string | null;
            /** @enum {string} */
            growthBasis?: "comparable" | "current";
            rankBy?: ("figure" | "completionRate" | "gap" | "paceGap") | null;
            order?: number;
            group?: string | null;
        };
        OrgBody: {
            name: string;
            /** @enum {string} */
            level: "province" | "prefecture" | "county" | "park" | "cluster" | "enterprise";
            parent?: string | null;
            activeFrom?: string | null;
            activeTo?: string | null;
            /** @enum {string} */
            review?: "none" | "required";
            memberships?: {
                parent: string | null;
                from: string;
                to?: string | null;
            }[];
        };
        PutOrgAnswer: {
            key: string;
            name: string;
            /** @enum {string} */
            level: "province" | "prefecture" | "county" | "park" | "cluster" | "enterprise";
            parent?: string | null;
            activeFrom?: string | null;
            activeTo?: string | null;
            /** @enum {string} */
            review?: "none" | "required";
            memberships?: {
                parent: string | null;
                from: string;
                to?: string | null;
            }[];
        };
        PersonBody: {
            name: string;
            org?: string;
            phone?: string | null;
            email?: string | null;
        };
        PutPersonAnswer: {
            key: string;
            name: string;
            org?: string;
            phone?: string | null;
            email?: string | null;
        };
        PolicyScopes: {
            scopes: number;
        };
        PolicyBody: {
            rules: {
                /** @enum {string} */
                light: "green" | "yellow" | "orange" | "red";
                when?: {
                    all: {
                        /** @enum {string} */
                        field: "paceGap" | "paceRatio" | "gap" | "gapRate" | "figure" | "peerGap" | "consecutiveLag" | "daysOverdue" | "shortfall";
                        /** @enum {string} */
                        op: "lt" | "lte" | "gt" | "gte" | "eq";
                        value: string | number;
                    }[];
                } | {
                    any: {
                        /** @enum {string} */
                        field: "paceGap" | "paceRatio" | "gap" | "gapRate" | "figure" | "peerGap" | "consecutiveLag" | "daysOverdue" | "shortfall";
                        /** @enum {string} */
                        op: "lt" | "lte" | "gt" | "gte" | "eq";
                        value: string | number;
                    }[];
                };
            }[];
            fromMonth?: number;
            /** @enum {string} */
            clearThrough?: "yellow" | "orange";
            /** @enum {string} */
            alertFrom?: "yellow" | "orange" | "red";
        };
        KeyedVersion: {
            key: string;
            version: number;
        };
        DeliveryId: {
            /** Format: uuid */
            id: string;
        };
        ReportBody: {
            org: string;
            period: string;
        };
        RequestedReport: {
            /** Format: uuid */
            id: string;
            /** @enum {string} */
            state: "rendering" | "ready" | "failed";
            draft: boolean;
        };
        ClockBody: {
            now: string;
        };
        ClockOnItsWay: {
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            now: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            goal: string;
            /** @constant */
            settled: false;
        };
        TargetBody: {
            org: string;
            year: number;
            indicator: string;
            /** @enum {string} */
            measure?: "value" | "yoy";
            /** @enum {string} */
            grade?: "annual" | "suggested" | "own" | "stretch";
            deciding?: boolean;
            /** @enum {string} */
            comparator?: "atLeast" | "atMost";
            value?: string | number;
            plan?: {
                /** @constant */
                kind: "linear";
                from?: number;
            } | {
                /** @constant */
                kind: "weights";
                weights: (string | number)[];
                normalise?: boolean;
            } | {
                /** @constant */
                kind: "cumulative";
                values: (string | number)[];
            } | {
                /** @constant */
                kind: "lastYear";
            } | {
                /** @constant */
                kind: "quarterly";
            } | {
                /** @constant */
                kind: "constant";
            } | {
                /** @constant */
                kind: "checkpoints";
                points: {
                    month: number;
                    value: string | number;
                }[];
            };
            due?: string;
            weight?: string | number;
            /** @enum {string} */
            scoring?: "pace" | "met" | "proportional" | "rankStep";
            cap?: string | number;
            source?: {
                document?: string;
                number?: string | null;
                date?: string | null;
            };
            responsible?: {
                post?: string;
                unit?: string;
            };
            policy?: string;
            reason?: string;
            appliesFrom?: string;
        };
        TargetVersion: {
            id: number;
            version: number;
            /** @description YYYY-MM */
            appliesFrom: string;
        };
        Submission: {
            /** Format: uuid */
            id: string;
            org: string;
            /** @description YYYY-MM */
            period: string;
            revision: number;
            /** @enum {string} */
            state: "accepted" | "partlyHeld" | "held" | "underReview" | "returned" | "superseded";
            /** @enum {string} */
            source: "estimate" | "statistical" | "final";
            dueAt: string | null;
            late: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            receivedAt: string;
            evaluatedAt: string | null;
            findings: components["schemas"]["Finding"][];
        };
        LineTaken: {
            line: number;
            status: number;
            submission: components["schemas"]["Submission"];
        };
        LineRefused: {
            line: number;
            status: number;
            problem: {
                type: string;
                title: string;
                status: number;
                detail: string;
                code: string;
                requestId: string;
                errors: {
                    pointer: string;
                    code: string;
                    message: string;
                }[];
            };
        };
        LineAnswer: components["schemas"]["LineTaken"] | components["schemas"]["LineRefused"];
        IgnoredCell: {
            cell: string;
            text: string;
        };
        FileSummary: {
            sheet: string;
            encoding: string | null;
            read: number;
            ignored: components["schemas"]["IgnoredCell"][];
        };
        FileSubmission: {
            id: string | null;
            org: string;
            /** @description YYYY-MM */
            period: string;
            revision: number;
            /** @enum {string} */
            state: "accepted" | "partlyHeld" | "held" | "underReview" | "returned" | "superseded";
            /** @enum {string} */
            source: "estimate" | "statistical" | "final";
            dueAt: string | null;
            late: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            receivedAt: string;
            evaluatedAt: string | null;
            findings: components["schemas"]["Finding"][];
            file: components["schemas"]["FileSummary"];
        };
        PeerGroupBody: {
            orgs: string[];
        };
        ReferenceBody: {
            org: string;
            indicator: string;
            /** @enum {string} */
            measure?: "value" | "yoy";
            period: string;
            average?: (string | number) | null;
            rank?: number | null;
            of?: number | null;
            source?: string | null;
        };
        RowId: {
            id: number;
        };
        RerunBody: {
            org: string;
            year: number;
            reason: string;
        };
        Rerun: {
            org: string;
            year: number;
        };
        ScoreAdjustmentBody: {
            org: string;
            year: number;
            points: string | number;
            reason: string;
        };
        PreviewBody: {
            org: string;
            from: string;
            to: string;
        };
        PolicyPreview: {
            policy: {
                key: string;
                version: number;
            };
            org: string;
            /** @description YYYY-MM */
            from: string;
            /** @description YYYY-MM */
            to: string;
            opened: number;
            closed: number;
            inForce: {
                opened: number;
                closed: number;
            };
            alerts: {
                /** @enum {string} */
                kind: "indicatorLagging" | "forecastMiss";
                org: string;
                orgName: string;
                indicator: string;
                indicatorName: string;
                /** @enum {string} */
                measure: "value" | "yoy";
                /** @enum {string} */
                grade: "annual" | "suggested" | "own" | "stretch";
                /** @description YYYY-MM */
                opened: string;
                closed: string | null;
                /** @enum {string} */
                state: "open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn";
                /** @enum {string} */
                worst: "green" | "yellow" | "orange" | "red";
                title: string;
                transitions: {
                    /** @description YYYY-MM */
                    period: string;
                    /** @enum {string} */
                    reason: "raised" | "worsened" | "improved" | "persisted" | "targetRevised" | "escalated" | "deEscalated" | "acknowledged" | "rectificationFiled" | "closeRequested" | "sentBack" | "closed" | "resolved" | "reopened" | "confirmed" | "corrected" | "withdrawn" | "settled";
                    /** @enum {string} */
                    light: "green" | "yellow" | "orange" | "red";
                    from: ("open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn") | null;
                    /** @enum {string} */
                    to: "open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn";
                }[];
            }[];
        };
        Score: {
            org: string;
            orgName: string;
            /** @description YYYY-MM */
            period: string;
            score: string | null;
            /** @description A plain decimal */
            points: string;
            /** @description A plain decimal */
            weights: string;
            rule: {
                key: string;
                version: number;
            };
            lines: {
                indicator: string;
                indicatorName: string;
                /** @enum {string} */
                measure: "value" | "yoy";
                /** @enum {string} */
                grade: "annual" | "suggested" | "own" | "stretch";
                weight: string | null;
                /** @enum {string} */
                scoring: "pace" | "met" | "proportional" | "rankStep";
                counted: boolean;
                /** @enum {string} */
                why: "onPlan" | "behindPlan" | "met" | "missed" | "proportional" | "ranked" | "noWeight" | "notRanked" | "notMeasured" | "notReported" | "notDue" | "noTarget" | "waiting" | "partial" | "underReview";
                saw: {
                    /** @enum {string} */
                    field: "paceRatio" | "completionRate" | "paceGap" | "gap" | "shortfall" | "position";
                    /** @description A plain decimal */
                    value: string;
                } | null;
                factor: string | null;
                points: string | null;
                arithmetic: string | null;
            }[];
            adjustments: {
                /** @description A plain decimal */
                points: string;
                reason: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                at: string;
            }[];
        };
        BoardCell: {
            /** @enum {string} */
            state: "evaluated" | "notReported" | "notDue" | "noTarget" | "waiting" | "partial" | "underReview";
            light: ("green" | "yellow" | "orange" | "red") | null;
            lightBefore: ("green" | "yellow" | "orange" | "red") | null;
            figure: string | null;
            yoy: string | null;
            gap: string | null;
            gapIn: ("points" | "unit") | null;
        };
        Scoreboard: {
            under: string;
            underName: string;
            /** @description YYYY-MM */
            period: string;
            indicators: {
                key: string;
                name: string;
                unit: string;
                decimals: number;
            }[];
            orgs: {
                org: string;
                orgName: string;
                level: string;
                lights: {
                    green: number;
                    yellow: number;
                    orange: number;
                    red: number;
                };
                notReported: number;
                cells: {
                    [key: string]: components["schemas"]["BoardCell"];
                };
            }[];
        };
        Contributions: {
            org: string;
            /** @description YYYY-MM */
            period: string;
            indicator: string;
            unit: string;
            value: string | null;
            base: string | null;
            growth: string | null;
            /** @enum {string} */
            from: "parent" | "members";
            baseSource: ("lastYear" | "growth" | "lastYearFigure") | null;
            counted: number;
            of: number;
            members: {
                org: string;
                orgName: string;
                value: string | null;
                base: {
                    /** @description A plain decimal */
                    value: string;
                    /** @enum {string} */
                    source: "lastYear" | "growth" | "lastYearFigure";
                } | null;
                pull: string | null;
                share: string | null;
            }[];
            register: {
                org: string;
                /** @enum {string} */
                kind: "leftRegister" | "joinedRegister" | "restated";
                firms: number | null;
                base: string | null;
                value: string | null;
                note: string | null;
                unit: string;
                drag: string | null;
                adjustedGrowth: string | null;
                baseShare: string | null;
                pull: string | null;
            }[];
        };
        AlertNoteBody: {
            note?: string;
        };
        SendBackBody: {
            reason: string;
        };
        EscalateBody: {
            /** @enum {string} */
            level: "daily" | "weekly" | "monthly";
            reason: string;
        };
        CheckedSubmission: {
            id: string | null;
            org: string;
            /** @description YYYY-MM */
            period: string;
            revision: number;
            /** @enum {string} */
            state: "accepted" | "partlyHeld" | "held" | "underReview" | "returned" | "superseded";
            /** @enum {string} */
            source: "estimate" | "statistical" | "final";
            dueAt: string | null;
            late: boolean;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            receivedAt: string;
            evaluatedAt: string | null;
            findings: components["schemas"]["Finding"][];
        };
        ConfirmBody: {
            confirmations: components["schemas"]["Confirmation"][];
        };
        ReturnBody: {
            reason: string;
        };
        Key: {
            /** Format: uuid */
            id: string;
            name: string;
            /** @enum {string} */
            role: "reporter" | "reviewer" | "commander" | "admin";
            org: string;
            person: string | null;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            createdAt: string;
            expiresAt: string | null;
            previousUntil: string | null;
            lastUsedAt: string | null;
            revokedAt: string | null;
        };
        RotateBody: {
            overlapHours?: number;
        };
        RotatedKey: {
            /** Format: uuid */
            id: string;
            secret: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            previousUntil: string;
        };
        RotatedKeyShown: {
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            previousUntil: string;
            /** @constant */
            secretAlreadyShown: true;
        };
        AliasesBody: {
            orgs?: {
                [key: string]: string;
            };
            indicators?: {
                [key: string]: string;
            };
        };
        Aliases: {
            system: string;
            orgs: {
                [key: string]: string;
            };
            indicators: {
                [key: string]: string;
            };
        };
        ExtensionBody: {
            org: string;
            period: string;
            until: string;
            reason: string;
        };
        Extension: {
            org: string;
            /** @description YYYY-MM */
            period: string;
            /**
             * Format: date
             * @description YYYY-MM-DD
             */
            until: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            dueAt: string;
            /**
             * Format: date-time
             * @description ISO 8601 in UTC
             */
            originalDueAt: string;
            reason: string;
            person: string | null;
        };
        OrgTimeliness: {
            org: string;
            orgName: string;
            /** @enum {string} */
            state: "reported" | "partial" | "missing" | "notDue" | "held" | "returned";
            expected: number;
            present: number;
            completeness: string | null;
            onTime: number;
            onTimeRate: string | null;
            due: {
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                at: string;
                /**
                 * Format: date
                 * @description YYYY-MM-DD
                 */
                day: string;
                /**
                 * Format: date-time
                 * @description ISO 8601 in UTC
                 */
                originalAt: string;
                /**
                 * Format: date
                 * @description YYYY-MM-DD
                 */
                originalDay: string;
                estimated: boolean;
                extension: {
                    /**
                     * Format: date
                     * @description YYYY-MM-DD
                     */
                    until: string;
                    reason: string;
                    person: string | null;
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    givenAt: string;
                } | null;
            } | null;
            firstArrival: string | null;
            late: boolean;
            workdaysLate: number | null;
            missing: {
                indicator: string;
                name: string;
                /** @description YYYY-MM */
                period: string;
            }[];
        };
        Timeliness: {
            data: components["schemas"]["OrgTimeliness"][];
            nextCursor: string | null;
            total: {
                orgs: number;
                expected: number;
                present: number;
                completeness: string | null;
                onTime: number;
                onTimeRate: string | null;
                states: {
                    reported: number;
                    partial: number;
                    missing: number;
                    notDue: number;
                    held: number;
                    returned: number;
                };
            };
        };
        SetUp: {
            created: number;
            changed: number;
            unchanged: number;
            rows: {
                /** @description /sheets/{sheet}/{cell} */
                cell: string;
                /** @description what the row is of */
                key: string;
                /** @enum {string} */
                result: "created" | "changed" | "unchanged";
            }[];
        };
        /** @enum {string} */
        ProblemCode: "notAuthenticated" | "roleNotAllowed" | "scopeNotAllowed" | "personNeeded" | "secondPersonRequired" | "notFound" | "methodNotAllowed" | "requestTimeout" | "orgNotFound" | "revisionConflict" | "idempotencyConflict" | "idempotencyInFlight" | "clockNotSimulated" | "alertStateConflict" | "nothingHeld" | "notUnderReview" | "notReturnable" | "reportNotReady" | "lastAdminKey" | "bodyNotJson" | "bodyTooComplex" | "requestNotReadable" | "formBroken" | "fileTooLarge" | "lineTooLong" | "bodyTooLarge" | "urlTooLong" | "headersTooLarge" | "tooManyRequests" | "mediaTypeNotSupported" | "encryptedWorkbook" | "workbookBroken" | "quoteNotClosed" | "unknownEncoding" | "workbookTooLarge" | "tooManyRows" | "tooManyColumns" | "tooManyCells" | "textTooLong" | "notAWorkbook" | "oldWorkbook" | "invalid" | "shape" | "unknownField" | "notHeld" | "memberTwice" | "fileNeeded" | "oneFileOnly" | "headNotFound" | "columnTwice" | "cellError" | "cellNotNumber" | "cellAmbiguous" | "cellScaled" | "cellUnit" | "cellNotWord" | "formulaNotWorkedOut" | "cellInPercent" | "indicatorNeeded" | "indicatorTwiceIn" | "situationIncomplete" | "orgNeededBeside" | "periodNeededBeside" | "fileSaysOther" | "nothingFilledIn" | "textNotStorable" | "unknownAlias" | "unknownOrg" | "unknownParent" | "orgNotActive" | "orgCycle" | "unknownIndicator" | "indicatorInUse" | "indicatorTwice" | "unknownUnit" | "notAPeriod" | "periodNotOpen" | "nothingDue" | "extensionNotLater" | "notDueMonth" | "notPlainDecimal" | "tooManyDigits" | "fractionForCount" | "valueOrGrowthNeeded" | "reasonNeeded" | "notTogether" | "nothingToWithdraw" | "milestoneDoneNeeded" | "doneInFuture" | "notAMilestone" | "dueNeeded" | "dueOutsideYear" | "appliesFromNeeded" | "targetValueNeeded" | "computedIndicator" | "formulaOperand" | "formulaNeeded" | "formulaNotForType" | "scaleNotPositive" | "membershipOrder" | "referenceEmpty" | "rankBeyondCount" | "outlookNotForType" | "periodsNotOrdered" | "datesNotOrdered" | "neverDue" | "notADate" | "notAMoment" | "clockGoesForward" | "ruleFault" | "planNotForType" | "targetNotPositive" | "targetNegative" | "targetNotWhole" | "monthOutOfRange" | "notTwelve" | "notDecimal" | "weightNegative" | "weightsNotOne" | "weightsAllZero" | "cumulativeNegative" | "cumulativeFalls" | "cumulativeNotTarget" | "checkpointsEmpty" | "monthsNotAscending" | "unknownPolicy" | "addressNotAllowed" | "notACursor" | "expiryInPast" | "roleAboveCaller" | "unknownPerson" | "calendarFault" | "unknownColumn" | "cellWithoutHead" | "cellNeeded" | "cellNotWhole" | "cellNotClearable" | "monthsNotReadable" | "pointsNotReadable" | "planKindNeeded" | "planCellNotUsed" | "rowTwice" | "tooManyChanges" | "internal" | "notReady";
        Problem400: {
            type: string;
            /** @description what the code says, in the reader’s language */
            title: string;
            detail: string;
            requestId: string;
            /** @description every fault at once */
            errors: {
                /** @description JSON pointer into the body, or /name of a query parameter */
                pointer: string;
                code: components["schemas"]["ProblemCode"];
                message: string;
            }[];
            /** @constant */
            status: 400;
            /** @enum {string} */
            code: "bodyNotJson" | "bodyTooComplex" | "requestNotReadable" | "formBroken" | "encryptedWorkbook" | "workbookBroken" | "quoteNotClosed" | "unknownEncoding";
        };
        Problem401: {
            type: string;
            /** @description what the code says, in the reader’s language */
            title: string;
            detail: string;
            requestId: string;
            /** @description every fault at once */
            errors: {
                /** @description JSON pointer into the body, or /name of a query parameter */
                pointer: string;
                code: components["schemas"]["ProblemCode"];
                message: string;
            }[];
            /** @constant */
            status: 401;
            /** @enum {string} */
            code: "notAuthenticated";
        };
        Problem403: {
            type: string;
            /** @description what the code says, in the reader’s language */
            title: string;
            detail: string;
            requestId: string;
            /** @description every fault at once */
            errors: {
                /** @description JSON pointer into the body, or /name of a query parameter */
                pointer: string;
                code: components["schemas"]["ProblemCode"];
                message: string;
            }[];
            /** @constant */
            status: 403;
            /** @enum {string} */
            code: "roleNotAllowed" | "scopeNotAllowed" | "personNeeded" | "secondPersonRequired";
        };
        Problem404: {
            type: string;
            /** @description what the code says, in the reader’s language */
            title: string;
            detail: string;
            requestId: string;
            /** @description every fault at once */
            errors: {
                /** @description JSON pointer into the body, or /name of a query parameter */
                pointer: string;
                code: components["schemas"]["ProblemCode"];
                message: string;
            }[];
            /** @constant */
            status: 404;
            /** @enum {string} */
            code: "notFound" | "orgNotFound";
        };
        Problem405: {
            type: string;
            /** @description what the code says, in the reader’s language */
            title: string;
            detail: string;
            requestId: string;
            /** @description every fault at once */
            errors: {
                /** @description JSON pointer into the body, or /name of a query parameter */
                pointer: string;
                code: components["schemas"]["ProblemCode"];
                message: string;
            }[];
            /** @constant */
            status: 405;
            /** @enum {string} */
            code: "methodNotAllowed";
        };
        Problem408: {
            type: string;
            /** @description what the code says, in the reader’s language */
            title: string;
            detail: string;
            requestId: string;
            /** @description every fault at once */
            errors: {
                /** @description JSON pointer into the body, or /name of a query parameter */
                pointer: string;
                code: components["schemas"]["ProblemCode"];
                message: string;
            }[];
            /** @constant */
            status: 408;
            /** @enum {string} */
            code: "requestTimeout";
        };
        Problem409: {
            type: string;
            /** @description what the code says, in the reader’s language */
            title: string;
            detail: string;
            requestId: string;
            /** @description every fault at once */
            errors: {
                /** @description JSON pointer into the body, or /name of a query parameter */
                pointer: string;
                code: components["schemas"]["ProblemCode"];
                message: string;
            }[];
            /** @constant */
            status: 409;
            /** @enum {string} */
            code: "revisionConflict" | "idempotencyConflict" | "idempotencyInFlight" | "clockNotSimulated" | "alertStateConflict" | "nothingHeld" | "notUnderReview" | "notReturnable" | "reportNotReady" | "lastAdminKey";
        };
        Problem413: {
            type: string;
            /** @description what the code says, in the reader’s language */
            title: string;
            detail: string;
            requestId: string;
            /** @description every fault at once */
            errors: {
                /** @description JSON pointer into the body, or /name of a query parameter */
                pointer: string;
                code: components["schemas"]["ProblemCode"];
                message: string;
            }[];
            /** @constant */
            status: 413;
            /** @enum {string} */
            code: "fileTooLarge" | "lineTooLong" | "bodyTooLarge" | "workbookTooLarge" | "tooManyRows" | "tooManyColumns" | "tooManyCells" | "textTooLong";
        };
        Problem414: {
            type: string;
            /** @description what the code says, in the reader’s language */
            title: string;
            detail: string;
            requestId: string;
            /** @description every fault at once */
            errors: {
                /** @description JSON pointer into the body, or /name of a query parameter */
                pointer: string;
                code: components["schemas"]["ProblemCode"];
                message: string;
            }[];
            /** @constant */
            status: 414;
            /** @enum {string} */
            code: "urlTooLong";
        };
        Problem415: {
            type: string;
            /** @description what the code says, in the reader’s language */
            title: string;
            detail: string;
            requestId: string;
            /** @description every fault at once */
            errors: {
                /** @description JSON pointer into the body, or /name of a query parameter */
                pointer: string;
                code: components["schemas"]["ProblemCode"];
                message: string;
            }[];
            /** @constant */
            status: 415;
            /** @enum {string} */
            code: "mediaTypeNotSupported" | "notAWorkbook" | "oldWorkbook";
        };
        Problem422: {
            type: string;
            /** @description what the code says, in the reader’s language */
            title: string;
            detail: string;
            requestId: string;
            /** @description every fault at once */
            errors: {
                /** @description JSON pointer into the body, or /name of a query parameter */
                pointer: string;
                code: components["schemas"]["ProblemCode"];
                message: string;
            }[];
            /** @constant */
            status: 422;
            /** @enum {string} */
            code: "invalid" | "shape" | "unknownField" | "notHeld" | "memberTwice" | "fileNeeded" | "oneFileOnly" | "headNotFound" | "columnTwice" | "cellError" | "cellNotNumber" | "cellAmbiguous" | "cellScaled" | "cellUnit" | "cellNotWord" | "formulaNotWorkedOut" | "cellInPercent" | "indicatorNeeded" | "indicatorTwiceIn" | "situationIncomplete" | "orgNeededBeside" | "periodNeededBeside" | "fileSaysOther" | "nothingFilledIn" | "textNotStorable" | "unknownAlias" | "unknownOrg" | "unknownParent" | "orgNotActive" | "orgCycle" | "unknownIndicator" | "indicatorInUse" | "indicatorTwice" | "unknownUnit" | "notAPeriod" | "periodNotOpen" | "nothingDue" | "extensionNotLater" | "notDueMonth" | "notPlainDecimal" | "tooManyDigits" | "fractionForCount" | "valueOrGrowthNeeded" | "reasonNeeded" | "notTogether" | "nothingToWithdraw" | "milestoneDoneNeeded" | "doneInFuture" | "notAMilestone" | "dueNeeded" | "dueOutsideYear" | "appliesFromNeeded" | "targetValueNeeded" | "computedIndicator" | "formulaOperand" | "formulaNeeded" | "formulaNotForType" | "scaleNotPositive" | "membershipOrder" | "referenceEmpty" | "rankBeyondCount" | "outlookNotForType" | "periodsNotOrdered" | "datesNotOrdered" | "neverDue" | "notADate" | "notAMoment" | "clockGoesForward" | "ruleFault" | "planNotForType" | "targetNotPositive" | "targetNegative" | "targetNotWhole" | "monthOutOfRange" | "notTwelve" | "notDecimal" | "weightNegative" | "weightsNotOne" | "weightsAllZero" | "cumulativeNegative" | "cumulativeFalls" | "cumulativeNotTarget" | "checkpointsEmpty" | "monthsNotAscending" | "unknownPolicy" | "addressNotAllowed" | "notACursor" | "expiryInPast" | "roleAboveCaller" | "unknownPerson" | "calendarFault" | "unknownColumn" | "cellWithoutHead" | "cellNeeded" | "cellNotWhole" | "cellNotClearable" | "monthsNotReadable" | "pointsNotReadable" | "planKindNeeded" | "planCellNotUsed" | "rowTwice" | "tooManyChanges";
        };
        Problem429: {
            type: string;
            /** @description what the code says, in the reader’s language */
            title: string;
            detail: string;
            requestId: string;
            /** @description every fault at once */
            errors: {
                /** @description JSON pointer into the body, or /name of a query parameter */
                pointer: string;
                code: components["schemas"]["ProblemCode"];
                message: string;
            }[];
            /** @constant */
            status: 429;
            /** @enum {string} */
            code: "tooManyRequests";
        };
        Problem431: {
            type: string;
            /** @description what the code says, in the reader’s language */
            title: string;
            detail: string;
            requestId: string;
            /** @description every fault at once */
            errors: {
                /** @description JSON pointer into the body, or /name of a query parameter */
                pointer: string;
                code: components["schemas"]["ProblemCode"];
                message: string;
            }[];
            /** @constant */
            status: 431;
            /** @enum {string} */
            code: "headersTooLarge";
        };
        Problem500: {
            type: string;
            /** @description what the code says, in the reader’s language */
            title: string;
            detail: string;
            requestId: string;
            /** @description every fault at once */
            errors: {
                /** @description JSON pointer into the body, or /name of a query parameter */
                pointer: string;
                code: components["schemas"]["ProblemCode"];
                message: string;
            }[];
            /** @constant */
            status: 500;
            /** @enum {string} */
            code: "internal";
        };
        Problem503: {
            type: string;
            /** @description what the code says, in the reader’s language */
            title: string;
            detail: string;
            requestId: string;
            /** @description every fault at once */
            errors: {
                /** @description JSON pointer into the body, or /name of a query parameter */
                pointer: string;
                code: components["schemas"]["ProblemCode"];
                message: string;
            }[];
            /** @constant */
            status: 503;
            /** @enum {string} */
            code: "notReady";
        };
    };
    responses: {
        /** @description bodyNotJson, bodyTooComplex, requestNotReadable, formBroken, encryptedWorkbook, workbookBroken, quoteNotClosed, unknownEncoding */
        Problem400: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem400"];
            };
        };
        /** @description notAuthenticated */
        Problem401: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem401"];
            };
        };
        /** @description roleNotAllowed, scopeNotAllowed, personNeeded, secondPersonRequired */
        Problem403: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem403"];
            };
        };
        /** @description notFound, orgNotFound */
        Problem404: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem404"];
            };
        };
        /** @description methodNotAllowed */
        Problem405: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem405"];
            };
        };
        /** @description requestTimeout */
        Problem408: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem408"];
            };
        };
        /** @description revisionConflict, idempotencyConflict, idempotencyInFlight, clockNotSimulated, alertStateConflict, nothingHeld, notUnderReview, notReturnable, reportNotReady, lastAdminKey */
        Problem409: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem409"];
            };
        };
        /** @description fileTooLarge, lineTooLong, bodyTooLarge, workbookTooLarge, tooManyRows, tooManyColumns, tooManyCells, textTooLong */
        Problem413: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem413"];
            };
        };
        /** @description urlTooLong */
        Problem414: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem414"];
            };
        };
        /** @description mediaTypeNotSupported, notAWorkbook, oldWorkbook */
        Problem415: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem415"];
            };
        };
        /** @description invalid, shape, unknownField, notHeld, memberTwice, fileNeeded, oneFileOnly, headNotFound, columnTwice, cellError, cellNotNumber, cellAmbiguous, cellScaled, cellUnit, cellNotWord, formulaNotWorkedOut, cellInPercent, indicatorNeeded, indicatorTwiceIn, situationIncomplete, orgNeededBeside, periodNeededBeside, fileSaysOther, nothingFilledIn, textNotStorable, unknownAlias, unknownOrg, unknownParent, orgNotActive, orgCycle, unknownIndicator, indicatorInUse, indicatorTwice, unknownUnit, notAPeriod, periodNotOpen, nothingDue, extensionNotLater, notDueMonth, notPlainDecimal, tooManyDigits, fractionForCount, valueOrGrowthNeeded, reasonNeeded, notTogether, nothingToWithdraw, milestoneDoneNeeded, doneInFuture, notAMilestone, dueNeeded, dueOutsideYear, appliesFromNeeded, targetValueNeeded, computedIndicator, formulaOperand, formulaNeeded, formulaNotForType, scaleNotPositive, membershipOrder, referenceEmpty, rankBeyondCount, outlookNotForType, periodsNotOrdered, datesNotOrdered, neverDue, notADate, notAMoment, clockGoesForward, ruleFault, planNotForType, targetNotPositive, targetNegative, targetNotWhole, monthOutOfRange, notTwelve, notDecimal, weightNegative, weightsNotOne, weightsAllZero, cumulativeNegative, cumulativeFalls, cumulativeNotTarget, checkpointsEmpty, monthsNotAscending, unknownPolicy, addressNotAllowed, notACursor, expiryInPast, roleAboveCaller, unknownPerson, calendarFault, unknownColumn, cellWithoutHead, cellNeeded, cellNotWhole, cellNotClearable, monthsNotReadable, pointsNotReadable, planKindNeeded, planCellNotUsed, rowTwice, tooManyChanges */
        Problem422: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem422"];
            };
        };
        /** @description tooManyRequests */
        Problem429: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem429"];
            };
        };
        /** @description headersTooLarge */
        Problem431: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem431"];
            };
        };
        /** @description internal */
        Problem500: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem500"];
            };
        };
        /** @description notReady */
        Problem503: {
            headers: {
                "x-request-id": components["headers"]["RequestId"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem503"];
            };
        };
    };
    parameters: {
        /** @description The same key with the same body gets the first answer again; with another body 409. */
        IdempotencyKey: string;
        /** @description The revision that is to be replaced, 0 for none; 409 where another is in force. */
        IfMatch: string;
        /** @description Chinese, or English where `en` comes first. */
        AcceptLanguage: string;
    };
    requestBodies: never;
    headers: {
        /** @description names the request in the log */
        RequestId: string;
        /** @description true: the first answer to this Idempotency-Key again */
        IdempotencyReplayed: "true";
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    health: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description it lives */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok";
                    };
                };
            };
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            431: components["responses"]["Problem431"];
        };
    };
    ready: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description ready */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok" | "notReady";
                        /** @description ok, or what went wrong */
                        database: string;
                        /** @description ok, or what went wrong */
                        queue: string;
                    };
                };
            };
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            431: components["responses"]["Problem431"];
            /** @description what does not answer says why */
            503: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        /** @enum {string} */
                        status: "ok" | "notReady";
                        /** @description ok, or what went wrong */
                        database: string;
                        /** @description ok, or what went wrong */
                        queue: string;
                    };
                };
            };
        };
    };
    metrics: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Prometheus text */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            401: components["responses"]["Problem401"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    openapi: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OpenAPI 3.1 */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": Record<string, never>;
                };
            };
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            431: components["responses"]["Problem431"];
        };
    };
    docs: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                };
            };
            401: components["responses"]["Problem401"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listReceivers: {
        parameters: {
            query?: {
                /** @description 每页条数，不填为全部 / rows of a page; all where absent */
                limit?: number;
                /** @description 上一页的 nextCursor / nextCursor of the page before */
                cursor?: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description all receivers of the subtree */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Receiver"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    createReceiver: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReceiverBody"];
            };
        };
        responses: {
            /** @description id, and a webhook’s secret once */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedReceiver"] | components["schemas"]["SecretShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    finalizeReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 编号 / the id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the finalized report */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getAlert: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 编号 / the id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the alert with its transitions */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertWithTransitions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getCalendar: {
        parameters: {
            query?: {
                /** @description 单位；不填为全辖 / key of an org; the installation’s calendar where absent */
                org?: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 年份 / YYYY */
                year: number;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the calendar */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Calendar"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    putCalendar: {
        parameters: {
            query?: {
                /** @description 单位；不填为全辖 / key of an org; the installation’s calendar where absent */
                org?: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 年份 / YYYY */
                year: number;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CalendarBody"];
            };
        };
        responses: {
            /** @description the calendar’s version, and the deadlines it moved */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CalendarVersion"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getClock: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description now, goal, settled */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Clock"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    setClock: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ClockBody"];
            };
        };
        responses: {
            /** @description the clock is on its way */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ClockOnItsWay"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getReportFile: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 编号 / the id */
                id: string;
                /** @description 格式 / the format */
                format: "html" | "json";
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the file */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "text/html": string;
                    "application/json": components["schemas"]["ReportFile"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 编号 / the id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the report */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Report"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getSubmission: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 编号 / the id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the submission */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    /** @description the revision in quotation marks, for If-Match */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownSubmission"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listKeys: {
        parameters: {
            query?: {
                /** @description 含已吊销 / those that were revoked as well */
                revoked?: boolean;
                /** @description 每页条数，不填为全部 / rows of a page; all where absent */
                limit?: number;
                /** @description 上一页的 nextCursor / nextCursor of the page before */
                cursor?: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description keys, oldest first */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Key"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    issueKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyBody"];
            };
        };
        responses: {
            /** @description id and secret */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["IssuedKey"] | components["schemas"]["SecretShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listAlerts: {
        parameters: {
            query?: {
                /** @description 单位 / key of an org */
                org?: string;
                /** @description 单位及其下级 / key of an org: all of its subtree */
                under?: string;
                /** @description 状态 / the state */
                state?: "open" | "acknowledged" | "rectifying" | "closeRequested" | "closed" | "resolved" | "settled" | "withdrawn";
                /** @description 种类 / the kind */
                kind?: "indicatorLagging" | "forecastMiss" | "submissionDue" | "submissionOverdue" | "submissionHeld" | "dispatchMissed" | "milestoneDue" | "milestoneOverdue" | "projectStalled" | "decisionDue" | "decisionOverdue" | "postVacant" | "calendarMissing" | "yearSetup" | "receiverFailing";
                /** @description 灯色 / the light */
                light?: "green" | "yellow" | "orange" | "red";
                /** @description 调度层级 / the level */
                level?: "daily" | "weekly" | "monthly";
                /** @description 截至该时刻所知 / as it was known at this moment */
                asOf?: string;
                /** @description 每页条数，默认 100 / rows of a page; 100 where absent */
                limit?: number;
                /** @description 上一页的 nextCursor / nextCursor of the page before */
                cursor?: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of alerts */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Alert"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listAudit: {
        parameters: {
            query?: {
                /** @description 单位及其下级 / key of an org: all of its subtree */
                under?: string;
                /** @description 动作 / such as key.issued */
                action?: string;
                /** @description 对象 / what was changed, as answered */
                subject?: string;
                /** @description 起 / from this moment */
                from?: string;
                /** @description 止，不含 / to this moment, itself not */
                to?: string;
                /** @description 每页条数，默认 100 / rows of a page; 100 where absent */
                limit?: number;
                /** @description 上一页的 nextCursor / nextCursor of the page before */
                cursor?: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of changes */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["AuditEntry"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listDeliveries: {
        parameters: {
            query?: {
                /** @description 接收方 / id of a receiver */
                receiver?: string;
                /** @description 状态 / the state */
                state?: "pending" | "delivered" | "failed";
                /** @description 每页条数，默认 100 / rows of a page; 100 where absent */
                limit?: number;
                /** @description 上一页的 nextCursor / nextCursor of the page before */
                cursor?: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description deliveries, newest first */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Delivery"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listEvaluations: {
        parameters: {
            query?: {
                /** @description 单位 / key of an org */
                org?: string;
                /** @description 单位及其下级 / key of an org: all of its subtree */
                under?: string;
                /** @description 期次 / YYYY-MM, January to that month */
                period?: string;
                /** @description 指标 / key of an indicator */
                indicator?: string;
                /** @description 灯色 / the light */
                light?: "green" | "yellow" | "orange" | "red";
                /** @description 截至该时刻所知 / as it was known at this moment */
                asOf?: string;
                /** @description 每页条数，默认 100 / rows of a page; 100 where absent */
                limit?: number;
                /** @description 上一页的 nextCursor / nextCursor of the page before */
                cursor?: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of evaluations */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Evaluation"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /** @description 上次读到的 cursor / cursor of the last event read */
                after?: string;
                /** @description 逗号分隔的类型 / comma-separated types */
                types?: string;
                /** @description 每页条数，默认 100 / rows of a page; 100 where absent */
                limit?: number;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description events, oldest first */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Event"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listFigures: {
        parameters: {
            query?: {
                /** @description 单位 / key of an org */
                org?: string;
                /** @description 指标 / key of an indicator */
                indicator?: string;
                /** @description 期次 / YYYY-MM, January to that month */
                from?: string;
                /** @description 期次 / YYYY-MM, January to that month */
                to?: string;
                /** @description 截至该时刻所知 / as it was known at this moment */
                asOf?: string;
                /** @description 每页条数，默认 100 / rows of a page; 100 where absent */
                limit?: number;
                /** @description 上一页的 nextCursor / nextCursor of the page before */
                cursor?: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of figures */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Figure"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listIndicators: {
        parameters: {
            query?: {
                /** @description 每页条数，不填为全部 / rows of a page; all where absent */
                limit?: number;
                /** @description 上一页的 nextCursor / nextCursor of the page before */
                cursor?: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description all indicators in order */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Indicator"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listOrgs: {
        parameters: {
            query?: {
                /** @description 单位及其下级 / key of an org: all of its subtree */
                under?: string;
                /** @description 每页条数，默认 100 / rows of a page; 100 where absent */
                limit?: number;
                /** @description 上一页的 nextCursor / nextCursor of the page before */
                cursor?: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of orgs */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Org"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listReports: {
        parameters: {
            query?: {
                /** @description 单位 / key of an org */
                org?: string;
                /** @description 期次 / YYYY-MM, January to that month */
                period?: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description reports */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Report"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    requestReport: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReportBody"];
            };
        };
        responses: {
            /** @description it is being rendered */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestedReport"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listSubmissions: {
        parameters: {
            query?: {
                /** @description 单位 / key of an org */
                org?: string;
                /** @description 期次 / YYYY-MM, January to that month */
                period?: string;
                /** @description 状态 / the state */
                state?: "accepted" | "partlyHeld" | "held" | "underReview" | "returned" | "superseded";
                /** @description 每页条数，默认 100 / rows of a page; 100 where absent */
                limit?: number;
                /** @description 上一页的 nextCursor / nextCursor of the page before */
                cursor?: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of submissions */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["KeptSubmission"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    submit: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The revision that is to be replaced, 0 for none; 409 where another is in force. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmissionBody"];
            };
        };
        responses: {
            /** @description nothing new: the revision in force */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    /** @description the revision in quotation marks, for If-Match */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            /** @description the new revision */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    /** @description the revision in quotation marks, for If-Match */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Submission"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listTargets: {
        parameters: {
            query?: {
                /** @description 单位 / key of an org */
                org?: string;
                /** @description 单位及其下级 / key of an org: all of its subtree */
                under?: string;
                /** @description 年份 / YYYY */
                year?: number;
                /** @description 含全部版本 / with all versions */
                history?: boolean;
                /** @description 每页条数，默认 100 / rows of a page; 100 where absent */
                limit?: number;
                /** @description 上一页的 nextCursor / nextCursor of the page before */
                cursor?: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of targets */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Target"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    setTarget: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TargetBody"];
            };
        };
        responses: {
            /** @description the target’s version */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["TargetVersion"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    putDuty: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 代码 / the key */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DutyBody"];
            };
        };
        responses: {
            /** @description the duty’s new version */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DutyVersion"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    putIndicator: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 代码 / the key */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["IndicatorBody"];
            };
        };
        responses: {
            /** @description changed */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PutIndicatorAnswer"];
                };
            };
            /** @description created */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PutIndicatorAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    putOrg: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 代码 / the key */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OrgBody"];
            };
        };
        responses: {
            /** @description changed */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PutOrgAnswer"];
                };
            };
            /** @description created */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PutOrgAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    putPerson: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 代码 / the key */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PersonBody"];
            };
        };
        responses: {
            /** @description changed */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PutPersonAnswer"];
                };
            };
            /** @description created */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PutPersonAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    putPolicyScopes: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 代码 / the key */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": {
                    org?: string;
                    indicator?: string;
                    target?: number;
                    from: string;
                }[];
            };
        };
        responses: {
            /** @description how many scopes it has now */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyScopes"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    putPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 代码 / the key */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PolicyBody"];
            };
        };
        responses: {
            /** @description the policy’s version */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyedVersion"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    redeliver: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 编号 / the id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description it will be sent */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DeliveryId"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    removeReceiver: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 编号 / the id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description gone */
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    revokeKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 编号 / the id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description revoked */
            204: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    submitBulk: {
        parameters: {
            query?: {
                /** @description 全部或全不 / true: all lines or none */
                atomic?: boolean;
            };
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-ndjson": string;
                "application/ndjson": string;
                "application/jsonl": string;
            };
        };
        responses: {
            /** @description one line of JSON (LineAnswer) for each line that was sent, in order */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": components["schemas"]["LineAnswer"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    submitFile: {
        parameters: {
            query?: {
                /** @description 只校验，不保存 / true: only checks */
                validate?: boolean;
            };
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The revision that is to be replaced, 0 for none; 409 where another is in force. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                    org?: string;
                    period?: string;
                };
            };
        };
        responses: {
            /** @description nothing new, or only checked */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    /** @description the revision in quotation marks, for If-Match */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileSubmission"];
                };
            };
            /** @description the new revision */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    /** @description the revision in quotation marks, for If-Match */
                    etag?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FileSubmission"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getSubmissionTemplate: {
        parameters: {
            query: {
                /** @description 单位 / key of an org */
                org: string;
                /** @description 期次 / YYYY-MM, January to that month */
                period: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description XLSX to fill in */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    /** @description the name to save it under */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    putPeerGroup: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 代码 / the key */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PeerGroupBody"];
            };
        };
        responses: {
            /** @description the group’s version */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyedVersion"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    addReference: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReferenceBody"];
            };
        };
        responses: {
            /** @description the reference that said the same already */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowId"];
                };
            };
            /** @description the reference */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowId"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    rerunEvaluations: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RerunBody"];
            };
        };
        responses: {
            /** @description it is being judged */
            202: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Rerun"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    adjustScore: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ScoreAdjustmentBody"];
            };
        };
        responses: {
            /** @description the adjustment */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RowId"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    previewPolicy: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 代码 / the key */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PreviewBody"];
            };
        };
        responses: {
            /** @description the alerts it would have opened and closed */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PolicyPreview"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listScores: {
        parameters: {
            query: {
                /** @description 单位及其下级 / key of an org: all of its subtree */
                under: string;
                /** @description 期次 / YYYY-MM, January to that month */
                period: string;
                /** @description 每页条数，默认 100 / rows of a page; 100 where absent */
                limit?: number;
                /** @description 上一页的 nextCursor / nextCursor of the page before */
                cursor?: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of scores */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": {
                        data: components["schemas"]["Score"][];
                        nextCursor: string | null;
                    };
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getScoreboard: {
        parameters: {
            query: {
                /** @description 单位及其下级 / key of an org: all of its subtree */
                under: string;
                /** @description 期次 / YYYY-MM, January to that month */
                period: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the board */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Scoreboard"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getScoreboardCsv: {
        parameters: {
            query: {
                /** @description 单位及其下级 / key of an org: all of its subtree */
                under: string;
                /** @description 期次 / YYYY-MM, January to that month */
                period: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description CSV, UTF-8 with a byte order mark */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    /** @description the name to save it under */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "text/csv": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getScoreboardXlsx: {
        parameters: {
            query: {
                /** @description 单位及其下级 / key of an org: all of its subtree */
                under: string;
                /** @description 期次 / YYYY-MM, January to that month */
                period: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description XLSX, one sheet */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    /** @description the name to save it under */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listContributions: {
        parameters: {
            query: {
                /** @description 单位 / key of an org */
                org: string;
                /** @description 期次 / YYYY-MM, January to that month */
                period: string;
                /** @description 指标 / key of an indicator */
                indicator: string;
                /** @description 截至该时刻所知 / as it was known at this moment */
                asOf?: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the members’ contributions */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Contributions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    acknowledgeAlert: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 编号 / the id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertNoteBody"];
            };
        };
        responses: {
            /** @description the alert with its transitions */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertWithTransitions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    rectifyAlert: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 编号 / the id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RectificationBody"];
            };
        };
        responses: {
            /** @description the alert with its transitions */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertWithTransitions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    requestClose: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 编号 / the id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CloseRequestBody"];
            };
        };
        responses: {
            /** @description the alert with its transitions */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertWithTransitions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    closeAlert: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 编号 / the id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AlertNoteBody"];
            };
        };
        responses: {
            /** @description the alert with its transitions */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertWithTransitions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    sendBack: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 编号 / the id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SendBackBody"];
            };
        };
        responses: {
            /** @description the alert with its transitions */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertWithTransitions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    escalateAlert: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 编号 / the id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EscalateBody"];
            };
        };
        responses: {
            /** @description the alert with its transitions */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AlertWithTransitions"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    validateSubmission: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description The revision that is to be replaced, 0 for none; 409 where another is in force. */
                "If-Match"?: components["parameters"]["IfMatch"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SubmissionBody"];
            };
        };
        responses: {
            /** @description what reporting it would answer */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CheckedSubmission"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    acceptSubmission: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 编号 / the id */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the submission */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownSubmission"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    confirmSubmission: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 编号 / the id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConfirmBody"];
            };
        };
        responses: {
            /** @description the submission */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownSubmission"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    returnSubmission: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 编号 / the id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReturnBody"];
            };
        };
        responses: {
            /** @description the submission */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ShownSubmission"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    rotateKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 编号 / the id */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RotateBody"];
            };
        };
        responses: {
            /** @description the new secret, and until when the one before is good */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RotatedKey"] | components["schemas"]["RotatedKeyShown"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getAliases: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 其他系统 / the other system */
                system: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description the codes that count for this key */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Aliases"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    putAliases: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path: {
                /** @description 其他系统 / the other system */
                system: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AliasesBody"];
            };
        };
        responses: {
            /** @description the codes that are known now */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Aliases"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    grantExtension: {
        parameters: {
            query?: never;
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ExtensionBody"];
            };
        };
        responses: {
            /** @description the extension, with the deadline it replaces */
            201: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Extension"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    listTimeliness: {
        parameters: {
            query: {
                /** @description 单位及其下级 / key of an org: all of its subtree */
                under: string;
                /** @description 期次 / YYYY-MM, January to that month */
                period: string;
                /** @description 每页条数，默认 100 / rows of a page; 100 where absent */
                limit?: number;
                /** @description 上一页的 nextCursor / nextCursor of the page before */
                cursor?: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description a page of orgs, and the total of all */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Timeliness"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getOrgsTemplate: {
        parameters: {
            query?: {
                /** @description 单位及其下级 / key of an org: all of its subtree */
                under?: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description XLSX */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    /** @description the name to save it under */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    loadOrgsFile: {
        parameters: {
            query?: {
                /** @description 只检查，不保存 / true: checks only */
                validate?: boolean;
            };
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description what became of every row */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetUp"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getIndicatorsTemplate: {
        parameters: {
            query?: never;
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description XLSX */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    /** @description the name to save it under */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    loadIndicatorsFile: {
        parameters: {
            query?: {
                /** @description 只检查，不保存 / true: checks only */
                validate?: boolean;
            };
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description what became of every row */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetUp"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getTargetsTemplate: {
        parameters: {
            query?: {
                /** @description 单位及其下级 / key of an org: all of its subtree */
                under?: string;
                /** @description 年份 / YYYY */
                year?: number;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description XLSX */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    /** @description the name to save it under */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    loadTargetsFile: {
        parameters: {
            query?: {
                /** @description 只检查，不保存 / true: checks only */
                validate?: boolean;
            };
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description what became of every row */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetUp"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    getHistoryTemplate: {
        parameters: {
            query?: {
                /** @description 单位及其下级 / key of an org: all of its subtree */
                under?: string;
            };
            header?: {
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description XLSX */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    /** @description the name to save it under */
                    "content-disposition"?: string;
                    [name: string]: unknown;
                };
                content: {
                    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": string;
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    loadHistoryFile: {
        parameters: {
            query?: {
                /** @description 只检查，不保存 / true: checks only */
                validate?: boolean;
            };
            header?: {
                /** @description The same key with the same body gets the first answer again; with another body 409. */
                "Idempotency-Key"?: components["parameters"]["IdempotencyKey"];
                /** @description Chinese, or English where `en` comes first. */
                "Accept-Language"?: components["parameters"]["AcceptLanguage"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "multipart/form-data": {
                    /** Format: binary */
                    file: string;
                };
            };
        };
        responses: {
            /** @description what became of every row */
            200: {
                headers: {
                    "x-request-id": components["headers"]["RequestId"];
                    "idempotency-replayed": components["headers"]["IdempotencyReplayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SetUp"];
                };
            };
            400: components["responses"]["Problem400"];
            401: components["responses"]["Problem401"];
            403: components["responses"]["Problem403"];
            404: components["responses"]["Problem404"];
            408: components["responses"]["Problem408"];
            409: components["responses"]["Problem409"];
            413: components["responses"]["Problem413"];
            414: components["responses"]["Problem414"];
            415: components["responses"]["Problem415"];
            422: components["responses"]["Problem422"];
            429: components["responses"]["Problem429"];
            431: components["responses"]["Problem431"];
            500: components["responses"]["Problem500"];
            503: components["responses"]["Problem503"];
        };
    };
    onAlertRaised: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "alert.raised",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "alert": {
                 *           "id": "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11",
                 *           "kind": "indicatorLagging",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "indicator": "industrial-concentration",
                 *           "indicatorName": "工业集中度",
                 *           "measure": "value",
                 *           "grade": "annual",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "state": "open",
                 *           "level": "monthly",
                 *           "levelName": "月调度",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "title": "双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）",
                 *           "message": "初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.2个百分点。",
                 *           "unit": "%",
                 *           "figure": "69.81",
                 *           "yoy": null,
                 *           "openedAt": "2017-12-05T01:00:00.000Z",
                 *           "changedAt": "2017-12-05T01:00:00.000Z",
                 *           "verdict": null,
                 *           "historical": false,
                 *           "gapText": "低于年度目标10.2个百分点",
                 *           "explanation": "69.81% − 80% = −10.19个百分点",
                 *           "target": "80",
                 *           "completionRate": "87.26",
                 *           "timeProgress": "91.67",
                 *           "paceGap": null,
                 *           "gap": "-10.19",
                 *           "consecutiveLag": 1,
                 *           "forecast": null,
                 *           "outlook": null
                 *         },
                 *         "transition": {
                 *           "reason": "raised",
                 *           "reasonName": "首次",
                 *           "from": null,
                 *           "to": "open",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "latestPeriod": "2017-11",
                 *           "latestPeriodName": "2017年1—11月",
                 *           "replacedBy": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "alert.raised";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlertWorsened: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "alert.worsened",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "alert": {
                 *           "id": "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11",
                 *           "kind": "indicatorLagging",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "indicator": "industrial-concentration",
                 *           "indicatorName": "工业集中度",
                 *           "measure": "value",
                 *           "grade": "annual",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "state": "open",
                 *           "level": "monthly",
                 *           "levelName": "月调度",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "title": "双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）",
                 *           "message": "初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.2个百分点。",
                 *           "unit": "%",
                 *           "figure": "69.81",
                 *           "yoy": null,
                 *           "openedAt": "2017-12-05T01:00:00.000Z",
                 *           "changedAt": "2017-12-05T01:00:00.000Z",
                 *           "verdict": null,
                 *           "historical": false,
                 *           "gapText": "低于年度目标10.2个百分点",
                 *           "explanation": "69.81% − 80% = −10.19个百分点",
                 *           "target": "80",
                 *           "completionRate": "87.26",
                 *           "timeProgress": "91.67",
                 *           "paceGap": null,
                 *           "gap": "-10.19",
                 *           "consecutiveLag": 1,
                 *           "forecast": null,
                 *           "outlook": null
                 *         },
                 *         "transition": {
                 *           "reason": "worsened",
                 *           "reasonName": "首次",
                 *           "from": null,
                 *           "to": "open",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "latestPeriod": "2017-11",
                 *           "latestPeriodName": "2017年1—11月",
                 *           "replacedBy": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "alert.worsened";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlertImproved: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "alert.improved",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "alert": {
                 *           "id": "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11",
                 *           "kind": "indicatorLagging",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "indicator": "industrial-concentration",
                 *           "indicatorName": "工业集中度",
                 *           "measure": "value",
                 *           "grade": "annual",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "state": "open",
                 *           "level": "monthly",
                 *           "levelName": "月调度",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "title": "双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）",
                 *           "message": "初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.2个百分点。",
                 *           "unit": "%",
                 *           "figure": "69.81",
                 *           "yoy": null,
                 *           "openedAt": "2017-12-05T01:00:00.000Z",
                 *           "changedAt": "2017-12-05T01:00:00.000Z",
                 *           "verdict": null,
                 *           "historical": false,
                 *           "gapText": "低于年度目标10.2个百分点",
                 *           "explanation": "69.81% − 80% = −10.19个百分点",
                 *           "target": "80",
                 *           "completionRate": "87.26",
                 *           "timeProgress": "91.67",
                 *           "paceGap": null,
                 *           "gap": "-10.19",
                 *           "consecutiveLag": 1,
                 *           "forecast": null,
                 *           "outlook": null
                 *         },
                 *         "transition": {
                 *           "reason": "improved",
                 *           "reasonName": "首次",
                 *           "from": null,
                 *           "to": "open",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "latestPeriod": "2017-11",
                 *           "latestPeriodName": "2017年1—11月",
                 *           "replacedBy": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "alert.improved";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlertPersisted: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "alert.persisted",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "alert": {
                 *           "id": "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11",
                 *           "kind": "indicatorLagging",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "indicator": "industrial-concentration",
                 *           "indicatorName": "工业集中度",
                 *           "measure": "value",
                 *           "grade": "annual",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "state": "open",
                 *           "level": "monthly",
                 *           "levelName": "月调度",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "title": "双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）",
                 *           "message": "初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.2个百分点。",
                 *           "unit": "%",
                 *           "figure": "69.81",
                 *           "yoy": null,
                 *           "openedAt": "2017-12-05T01:00:00.000Z",
                 *           "changedAt": "2017-12-05T01:00:00.000Z",
                 *           "verdict": null,
                 *           "historical": false,
                 *           "gapText": "低于年度目标10.2个百分点",
                 *           "explanation": "69.81% − 80% = −10.19个百分点",
                 *           "target": "80",
                 *           "completionRate": "87.26",
                 *           "timeProgress": "91.67",
                 *           "paceGap": null,
                 *           "gap": "-10.19",
                 *           "consecutiveLag": 1,
                 *           "forecast": null,
                 *           "outlook": null
                 *         },
                 *         "transition": {
                 *           "reason": "persisted",
                 *           "reasonName": "首次",
                 *           "from": null,
                 *           "to": "open",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "latestPeriod": "2017-11",
                 *           "latestPeriodName": "2017年1—11月",
                 *           "replacedBy": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "alert.persisted";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlertTargetRevised: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "alert.targetRevised",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "alert": {
                 *           "id": "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11",
                 *           "kind": "indicatorLagging",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "indicator": "industrial-concentration",
                 *           "indicatorName": "工业集中度",
                 *           "measure": "value",
                 *           "grade": "annual",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "state": "open",
                 *           "level": "monthly",
                 *           "levelName": "月调度",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "title": "双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）",
                 *           "message": "初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.2个百分点。",
                 *           "unit": "%",
                 *           "figure": "69.81",
                 *           "yoy": null,
                 *           "openedAt": "2017-12-05T01:00:00.000Z",
                 *           "changedAt": "2017-12-05T01:00:00.000Z",
                 *           "verdict": null,
                 *           "historical": false,
                 *           "gapText": "低于年度目标10.2个百分点",
                 *           "explanation": "69.81% − 80% = −10.19个百分点",
                 *           "target": "80",
                 *           "completionRate": "87.26",
                 *           "timeProgress": "91.67",
                 *           "paceGap": null,
                 *           "gap": "-10.19",
                 *           "consecutiveLag": 1,
                 *           "forecast": null,
                 *           "outlook": null
                 *         },
                 *         "transition": {
                 *           "reason": "targetRevised",
                 *           "reasonName": "首次",
                 *           "from": null,
                 *           "to": "open",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "latestPeriod": "2017-11",
                 *           "latestPeriodName": "2017年1—11月",
                 *           "replacedBy": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "alert.targetRevised";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlertEscalated: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "alert.escalated",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "alert": {
                 *           "id": "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11",
                 *           "kind": "indicatorLagging",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "indicator": "industrial-concentration",
                 *           "indicatorName": "工业集中度",
                 *           "measure": "value",
                 *           "grade": "annual",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "state": "acknowledged",
                 *           "level": "monthly",
                 *           "levelName": "月调度",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "title": "双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）",
                 *           "message": "初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.2个百分点。",
                 *           "unit": "%",
                 *           "figure": "69.81",
                 *           "yoy": null,
                 *           "openedAt": "2017-12-05T01:00:00.000Z",
                 *           "changedAt": "2017-12-05T01:00:00.000Z",
                 *           "verdict": null,
                 *           "historical": false,
                 *           "completionRate": "87.26",
                 *           "timeProgress": "91.67",
                 *           "paceGap": null,
                 *           "gap": "-10.19",
                 *           "consecutiveLag": 1
                 *         },
                 *         "transition": {
                 *           "reason": "escalated",
                 *           "reasonName": "签收",
                 *           "from": "open",
                 *           "to": "acknowledged",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "latestPeriod": "2017-11",
                 *           "latestPeriodName": "2017年1—11月",
                 *           "actor": "wang",
                 *           "note": null,
                 *           "evidence": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "alert.escalated";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["AlertMoved"] | components["schemas"]["AlertOfSheet"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlertDeEscalated: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "alert.deEscalated",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "alert": {
                 *           "id": "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11",
                 *           "kind": "indicatorLagging",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "indicator": "industrial-concentration",
                 *           "indicatorName": "工业集中度",
                 *           "measure": "value",
                 *           "grade": "annual",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "state": "acknowledged",
                 *           "level": "monthly",
                 *           "levelName": "月调度",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "title": "双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）",
                 *           "message": "初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.2个百分点。",
                 *           "unit": "%",
                 *           "figure": "69.81",
                 *           "yoy": null,
                 *           "openedAt": "2017-12-05T01:00:00.000Z",
                 *           "changedAt": "2017-12-05T01:00:00.000Z",
                 *           "verdict": null,
                 *           "historical": false,
                 *           "completionRate": "87.26",
                 *           "timeProgress": "91.67",
                 *           "paceGap": null,
                 *           "gap": "-10.19",
                 *           "consecutiveLag": 1
                 *         },
                 *         "transition": {
                 *           "reason": "deEscalated",
                 *           "reasonName": "签收",
                 *           "from": "open",
                 *           "to": "acknowledged",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "latestPeriod": "2017-11",
                 *           "latestPeriodName": "2017年1—11月",
                 *           "actor": "wang",
                 *           "note": null,
                 *           "evidence": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "alert.deEscalated";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["AlertMoved"] | components["schemas"]["AlertOfSheet"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlertAcknowledged: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "alert.acknowledged",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "alert": {
                 *           "id": "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11",
                 *           "kind": "indicatorLagging",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "indicator": "industrial-concentration",
                 *           "indicatorName": "工业集中度",
                 *           "measure": "value",
                 *           "grade": "annual",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "state": "acknowledged",
                 *           "level": "monthly",
                 *           "levelName": "月调度",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "title": "双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）",
                 *           "message": "初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.2个百分点。",
                 *           "unit": "%",
                 *           "figure": "69.81",
                 *           "yoy": null,
                 *           "openedAt": "2017-12-05T01:00:00.000Z",
                 *           "changedAt": "2017-12-05T01:00:00.000Z",
                 *           "verdict": null,
                 *           "historical": false,
                 *           "completionRate": "87.26",
                 *           "timeProgress": "91.67",
                 *           "paceGap": null,
                 *           "gap": "-10.19",
                 *           "consecutiveLag": 1
                 *         },
                 *         "transition": {
                 *           "reason": "acknowledged",
                 *           "reasonName": "签收",
                 *           "from": "open",
                 *           "to": "acknowledged",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "latestPeriod": "2017-11",
                 *           "latestPeriodName": "2017年1—11月",
                 *           "actor": "wang",
                 *           "note": null,
                 *           "evidence": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "alert.acknowledged";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["AlertMoved"] | components["schemas"]["AlertOfSheet"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlertRectificationFiled: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "alert.rectificationFiled",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "alert": {
                 *           "id": "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11",
                 *           "kind": "indicatorLagging",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "indicator": "industrial-concentration",
                 *           "indicatorName": "工业集中度",
                 *           "measure": "value",
                 *           "grade": "annual",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "state": "acknowledged",
                 *           "level": "monthly",
                 *           "levelName": "月调度",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "title": "双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）",
                 *           "message": "初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.2个百分点。",
                 *           "unit": "%",
                 *           "figure": "69.81",
                 *           "yoy": null,
                 *           "openedAt": "2017-12-05T01:00:00.000Z",
                 *           "changedAt": "2017-12-05T01:00:00.000Z",
                 *           "verdict": null,
                 *           "historical": false,
                 *           "completionRate": "87.26",
                 *           "timeProgress": "91.67",
                 *           "paceGap": null,
                 *           "gap": "-10.19",
                 *           "consecutiveLag": 1
                 *         },
                 *         "transition": {
                 *           "reason": "rectificationFiled",
                 *           "reasonName": "签收",
                 *           "from": "open",
                 *           "to": "acknowledged",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "latestPeriod": "2017-11",
                 *           "latestPeriodName": "2017年1—11月",
                 *           "actor": "wang",
                 *           "note": null,
                 *           "evidence": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "alert.rectificationFiled";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["AlertMoved"] | components["schemas"]["AlertOfSheet"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlertCloseRequested: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "alert.closeRequested",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "alert": {
                 *           "id": "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11",
                 *           "kind": "indicatorLagging",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "indicator": "industrial-concentration",
                 *           "indicatorName": "工业集中度",
                 *           "measure": "value",
                 *           "grade": "annual",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "state": "acknowledged",
                 *           "level": "monthly",
                 *           "levelName": "月调度",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "title": "双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）",
                 *           "message": "初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.2个百分点。",
                 *           "unit": "%",
                 *           "figure": "69.81",
                 *           "yoy": null,
                 *           "openedAt": "2017-12-05T01:00:00.000Z",
                 *           "changedAt": "2017-12-05T01:00:00.000Z",
                 *           "verdict": null,
                 *           "historical": false,
                 *           "completionRate": "87.26",
                 *           "timeProgress": "91.67",
                 *           "paceGap": null,
                 *           "gap": "-10.19",
                 *           "consecutiveLag": 1
                 *         },
                 *         "transition": {
                 *           "reason": "closeRequested",
                 *           "reasonName": "签收",
                 *           "from": "open",
                 *           "to": "acknowledged",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "latestPeriod": "2017-11",
                 *           "latestPeriodName": "2017年1—11月",
                 *           "actor": "wang",
                 *           "note": null,
                 *           "evidence": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "alert.closeRequested";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["AlertMoved"] | components["schemas"]["AlertOfSheet"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlertSentBack: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "alert.sentBack",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "alert": {
                 *           "id": "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11",
                 *           "kind": "indicatorLagging",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "indicator": "industrial-concentration",
                 *           "indicatorName": "工业集中度",
                 *           "measure": "value",
                 *           "grade": "annual",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "state": "acknowledged",
                 *           "level": "monthly",
                 *           "levelName": "月调度",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "title": "双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）",
                 *           "message": "初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.2个百分点。",
                 *           "unit": "%",
                 *           "figure": "69.81",
                 *           "yoy": null,
                 *           "openedAt": "2017-12-05T01:00:00.000Z",
                 *           "changedAt": "2017-12-05T01:00:00.000Z",
                 *           "verdict": null,
                 *           "historical": false,
                 *           "completionRate": "87.26",
                 *           "timeProgress": "91.67",
                 *           "paceGap": null,
                 *           "gap": "-10.19",
                 *           "consecutiveLag": 1
                 *         },
                 *         "transition": {
                 *           "reason": "sentBack",
                 *           "reasonName": "签收",
                 *           "from": "open",
                 *           "to": "acknowledged",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "latestPeriod": "2017-11",
                 *           "latestPeriodName": "2017年1—11月",
                 *           "actor": "wang",
                 *           "note": null,
                 *           "evidence": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "alert.sentBack";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["AlertMoved"] | components["schemas"]["AlertOfSheet"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlertClosed: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "alert.closed",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "alert": {
                 *           "id": "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11",
                 *           "kind": "indicatorLagging",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "indicator": "industrial-concentration",
                 *           "indicatorName": "工业集中度",
                 *           "measure": "value",
                 *           "grade": "annual",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "state": "acknowledged",
                 *           "level": "monthly",
                 *           "levelName": "月调度",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "title": "双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）",
                 *           "message": "初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.2个百分点。",
                 *           "unit": "%",
                 *           "figure": "69.81",
                 *           "yoy": null,
                 *           "openedAt": "2017-12-05T01:00:00.000Z",
                 *           "changedAt": "2017-12-05T01:00:00.000Z",
                 *           "verdict": null,
                 *           "historical": false,
                 *           "completionRate": "87.26",
                 *           "timeProgress": "91.67",
                 *           "paceGap": null,
                 *           "gap": "-10.19",
                 *           "consecutiveLag": 1
                 *         },
                 *         "transition": {
                 *           "reason": "closed",
                 *           "reasonName": "签收",
                 *           "from": "open",
                 *           "to": "acknowledged",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "latestPeriod": "2017-11",
                 *           "latestPeriodName": "2017年1—11月",
                 *           "actor": "wang",
                 *           "note": null,
                 *           "evidence": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "alert.closed";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["AlertMoved"] | components["schemas"]["AlertOfSheet"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlertResolved: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "alert.resolved",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "alert": {
                 *           "id": "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11",
                 *           "kind": "indicatorLagging",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "indicator": "industrial-concentration",
                 *           "indicatorName": "工业集中度",
                 *           "measure": "value",
                 *           "grade": "annual",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "state": "open",
                 *           "level": "monthly",
                 *           "levelName": "月调度",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "title": "双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）",
                 *           "message": "初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.2个百分点。",
                 *           "unit": "%",
                 *           "figure": "69.81",
                 *           "yoy": null,
                 *           "openedAt": "2017-12-05T01:00:00.000Z",
                 *           "changedAt": "2017-12-05T01:00:00.000Z",
                 *           "verdict": null,
                 *           "historical": false,
                 *           "gapText": "低于年度目标10.2个百分点",
                 *           "explanation": "69.81% − 80% = −10.19个百分点",
                 *           "target": "80",
                 *           "completionRate": "87.26",
                 *           "timeProgress": "91.67",
                 *           "paceGap": null,
                 *           "gap": "-10.19",
                 *           "consecutiveLag": 1,
                 *           "forecast": null,
                 *           "outlook": null
                 *         },
                 *         "transition": {
                 *           "reason": "resolved",
                 *           "reasonName": "首次",
                 *           "from": null,
                 *           "to": "open",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "latestPeriod": "2017-11",
                 *           "latestPeriodName": "2017年1—11月",
                 *           "replacedBy": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "alert.resolved";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlertReopened: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "alert.reopened",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "alert": {
                 *           "id": "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11",
                 *           "kind": "indicatorLagging",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "indicator": "industrial-concentration",
                 *           "indicatorName": "工业集中度",
                 *           "measure": "value",
                 *           "grade": "annual",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "state": "open",
                 *           "level": "monthly",
                 *           "levelName": "月调度",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "title": "双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）",
                 *           "message": "初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.2个百分点。",
                 *           "unit": "%",
                 *           "figure": "69.81",
                 *           "yoy": null,
                 *           "openedAt": "2017-12-05T01:00:00.000Z",
                 *           "changedAt": "2017-12-05T01:00:00.000Z",
                 *           "verdict": null,
                 *           "historical": false,
                 *           "gapText": "低于年度目标10.2个百分点",
                 *           "explanation": "69.81% − 80% = −10.19个百分点",
                 *           "target": "80",
                 *           "completionRate": "87.26",
                 *           "timeProgress": "91.67",
                 *           "paceGap": null,
                 *           "gap": "-10.19",
                 *           "consecutiveLag": 1,
                 *           "forecast": null,
                 *           "outlook": null
                 *         },
                 *         "transition": {
                 *           "reason": "reopened",
                 *           "reasonName": "首次",
                 *           "from": null,
                 *           "to": "open",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "latestPeriod": "2017-11",
                 *           "latestPeriodName": "2017年1—11月",
                 *           "replacedBy": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "alert.reopened";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlertConfirmed: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "alert.confirmed",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "alert": {
                 *           "id": "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11",
                 *           "kind": "indicatorLagging",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "indicator": "industrial-concentration",
                 *           "indicatorName": "工业集中度",
                 *           "measure": "value",
                 *           "grade": "annual",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "state": "open",
                 *           "level": "monthly",
                 *           "levelName": "月调度",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "title": "双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）",
                 *           "message": "初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.2个百分点。",
                 *           "unit": "%",
                 *           "figure": "69.81",
                 *           "yoy": null,
                 *           "openedAt": "2017-12-05T01:00:00.000Z",
                 *           "changedAt": "2017-12-05T01:00:00.000Z",
                 *           "verdict": null,
                 *           "historical": false,
                 *           "gapText": "低于年度目标10.2个百分点",
                 *           "explanation": "69.81% − 80% = −10.19个百分点",
                 *           "target": "80",
                 *           "completionRate": "87.26",
                 *           "timeProgress": "91.67",
                 *           "paceGap": null,
                 *           "gap": "-10.19",
                 *           "consecutiveLag": 1,
                 *           "forecast": null,
                 *           "outlook": null
                 *         },
                 *         "transition": {
                 *           "reason": "confirmed",
                 *           "reasonName": "首次",
                 *           "from": null,
                 *           "to": "open",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "latestPeriod": "2017-11",
                 *           "latestPeriodName": "2017年1—11月",
                 *           "replacedBy": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "alert.confirmed";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlertCorrected: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "alert.corrected",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "alert": {
                 *           "id": "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11",
                 *           "kind": "indicatorLagging",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "indicator": "industrial-concentration",
                 *           "indicatorName": "工业集中度",
                 *           "measure": "value",
                 *           "grade": "annual",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "state": "open",
                 *           "level": "monthly",
                 *           "levelName": "月调度",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "title": "双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）",
                 *           "message": "初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.2个百分点。",
                 *           "unit": "%",
                 *           "figure": "69.81",
                 *           "yoy": null,
                 *           "openedAt": "2017-12-05T01:00:00.000Z",
                 *           "changedAt": "2017-12-05T01:00:00.000Z",
                 *           "verdict": null,
                 *           "historical": false,
                 *           "gapText": "低于年度目标10.2个百分点",
                 *           "explanation": "69.81% − 80% = −10.19个百分点",
                 *           "target": "80",
                 *           "completionRate": "87.26",
                 *           "timeProgress": "91.67",
                 *           "paceGap": null,
                 *           "gap": "-10.19",
                 *           "consecutiveLag": 1,
                 *           "forecast": null,
                 *           "outlook": null
                 *         },
                 *         "transition": {
                 *           "reason": "corrected",
                 *           "reasonName": "首次",
                 *           "from": null,
                 *           "to": "open",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "latestPeriod": "2017-11",
                 *           "latestPeriodName": "2017年1—11月",
                 *           "replacedBy": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "alert.corrected";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlertWithdrawn: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "alert.withdrawn",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "alert": {
                 *           "id": "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11",
                 *           "kind": "indicatorLagging",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "indicator": "industrial-concentration",
                 *           "indicatorName": "工业集中度",
                 *           "measure": "value",
                 *           "grade": "annual",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "state": "open",
                 *           "level": "monthly",
                 *           "levelName": "月调度",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "title": "双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）",
                 *           "message": "初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.2个百分点。",
                 *           "unit": "%",
                 *           "figure": "69.81",
                 *           "yoy": null,
                 *           "openedAt": "2017-12-05T01:00:00.000Z",
                 *           "changedAt": "2017-12-05T01:00:00.000Z",
                 *           "verdict": null,
                 *           "historical": false,
                 *           "gapText": "低于年度目标10.2个百分点",
                 *           "explanation": "69.81% − 80% = −10.19个百分点",
                 *           "target": "80",
                 *           "completionRate": "87.26",
                 *           "timeProgress": "91.67",
                 *           "paceGap": null,
                 *           "gap": "-10.19",
                 *           "consecutiveLag": 1,
                 *           "forecast": null,
                 *           "outlook": null
                 *         },
                 *         "transition": {
                 *           "reason": "withdrawn",
                 *           "reasonName": "首次",
                 *           "from": null,
                 *           "to": "open",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "latestPeriod": "2017-11",
                 *           "latestPeriodName": "2017年1—11月",
                 *           "replacedBy": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "alert.withdrawn";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onAlertSettled: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "alert.settled",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "alert": {
                 *           "id": "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11",
                 *           "kind": "indicatorLagging",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "indicator": "industrial-concentration",
                 *           "indicatorName": "工业集中度",
                 *           "measure": "value",
                 *           "grade": "annual",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "state": "open",
                 *           "level": "monthly",
                 *           "levelName": "月调度",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "title": "双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）",
                 *           "message": "初步统计，1—11月，双牌工业集中区工业集中度69.81%，低于年度目标10.2个百分点。",
                 *           "unit": "%",
                 *           "figure": "69.81",
                 *           "yoy": null,
                 *           "openedAt": "2017-12-05T01:00:00.000Z",
                 *           "changedAt": "2017-12-05T01:00:00.000Z",
                 *           "verdict": null,
                 *           "historical": false,
                 *           "gapText": "低于年度目标10.2个百分点",
                 *           "explanation": "69.81% − 80% = −10.19个百分点",
                 *           "target": "80",
                 *           "completionRate": "87.26",
                 *           "timeProgress": "91.67",
                 *           "paceGap": null,
                 *           "gap": "-10.19",
                 *           "consecutiveLag": 1,
                 *           "forecast": null,
                 *           "outlook": null
                 *         },
                 *         "transition": {
                 *           "reason": "settled",
                 *           "reasonName": "首次",
                 *           "from": null,
                 *           "to": "open",
                 *           "light": "red",
                 *           "lightName": "红灯",
                 *           "latestPeriod": "2017-11",
                 *           "latestPeriodName": "2017年1—11月",
                 *           "replacedBy": null
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "alert.settled";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["AlertJudged"] | components["schemas"]["AlertOfSheet"] | components["schemas"]["AlertOfCalendar"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onDispatchList: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "dispatch.list",
                 *       "timestamp": "2017-12-11T01:00:00.000Z",
                 *       "data": {
                 *         "list": {
                 *           "id": "5a1de6b0-91c2-4f0e-8d5b-3e0b7a9f4c77",
                 *           "cadence": "monthly",
                 *           "on": "2017-12-11",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "backfilled": false,
                 *           "covers": [],
                 *           "lines": [
                 *             {
                 *               "org": "shuangpai-park",
                 *               "orgName": "双牌工业集中区",
                 *               "reason": "red",
                 *               "reasonName": "红灯",
                 *               "alert": "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11",
                 *               "indicatorName": "工业集中度",
                 *               "light": "red",
                 *               "lightName": "红灯",
                 *               "message": "双牌工业集中区 工业集中度 低于年度目标10.2个百分点（2017年1—11月）",
                 *               "openedAt": "2017-12-05T01:00:00.000Z"
                 *             }
                 *           ]
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "dispatch.list";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["DispatchList"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onReportReady: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "report.ready",
                 *       "timestamp": "2017-12-11T01:00:00.000Z",
                 *       "data": {
                 *         "report": {
                 *           "id": "c2f6a9d4-0e3b-4b57-8f43-9b7d2e5a6c88",
                 *           "org": "shuangpai-park",
                 *           "orgName": "双牌工业集中区",
                 *           "period": "2017-11",
                 *           "periodName": "2017年1—11月",
                 *           "title": "关于2017年1—11月双牌工业集中区运行情况的汇报",
                 *           "draft": true,
                 *           "hash": "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"
                 *         }
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "report.ready";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["ReportReady"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onSubmissionAccepted: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "submission.accepted",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "org": "shuangpai-park",
                 *         "period": "2017-11",
                 *         "submission": "7d9a3f52-8f0b-4f5e-9a57-1c8b1f6d2e33",
                 *         "revision": 1,
                 *         "historical": false,
                 *         "years": [
                 *           2017
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "submission.accepted";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["SubmissionAccepted"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onSubmissionHeld: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "submission.held",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "org": "shuangpai-park",
                 *         "period": "2017-11",
                 *         "submission": "7d9a3f52-8f0b-4f5e-9a57-1c8b1f6d2e33",
                 *         "revision": 1,
                 *         "historical": false,
                 *         "years": [
                 *           2017
                 *         ],
                 *         "holds": [
                 *           {
                 *             "indicator": "tax-paid",
                 *             "codes": [
                 *               "unitSlip"
                 *             ]
                 *           }
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "submission.held";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["SubmissionHeld"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onSubmissionUnderReview: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "submission.underReview",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "org": "shuangpai-park",
                 *         "period": "2017-11",
                 *         "submission": "7d9a3f52-8f0b-4f5e-9a57-1c8b1f6d2e33",
                 *         "revision": 1,
                 *         "historical": false,
                 *         "years": [
                 *           2017
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "submission.underReview";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["SubmissionUnderReview"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onSubmissionReturned: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "submission.returned",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "org": "shuangpai-park",
                 *         "period": "2017-11",
                 *         "submission": "7d9a3f52-8f0b-4f5e-9a57-1c8b1f6d2e33",
                 *         "revision": 1,
                 *         "historical": false,
                 *         "years": [
                 *           2017
                 *         ],
                 *         "reason": "与统计部门反馈数据不符"
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "submission.returned";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["SubmissionReturned"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
    onSubmissionEvaluated: {
        parameters: {
            query?: never;
            header: {
                /** @description the same on every retry */
                "webhook-id": string;
                /** @description seconds since 1970 */
                "webhook-timestamp": string;
                /** @description v1, base64 of the HMAC-SHA256 over id.timestamp.body */
                "webhook-signature": string;
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /**
                 * @example {
                 *       "type": "submission.evaluated",
                 *       "timestamp": "2017-12-05T01:00:00.000Z",
                 *       "data": {
                 *         "org": "shuangpai-park",
                 *         "period": "2017-11",
                 *         "submission": "7d9a3f52-8f0b-4f5e-9a57-1c8b1f6d2e33",
                 *         "revision": 1,
                 *         "historical": false,
                 *         "evaluations": [
                 *           {
                 *             "indicator": "industrial-concentration",
                 *             "measure": "value",
                 *             "grade": "annual",
                 *             "light": "red",
                 *             "state": "evaluated"
                 *           }
                 *         ],
                 *         "alerts": [
                 *           "0b6f4c1e-2d57-4a63-9d0e-6a3f1f0c8a11"
                 *         ]
                 *       }
                 *     }
                 */
                "application/json": {
                    /** @constant */
                    type: "submission.evaluated";
                    /**
                     * Format: date-time
                     * @description ISO 8601 in UTC
                     */
                    timestamp: string;
                    data: components["schemas"]["SubmissionEvaluated"];
                };
            };
        };
        responses: {
            /** @description wants no more: the receiver is disabled */
            410: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description taken */
            "2XX": {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
        };
    };
}
