import { Button } from "@mantine/core";
import { IconUser, IconUsers } from "@tabler/icons-react";
import { useState } from "react";
import { AppFrame, ChoiceTile, CodeInput, Countdown, LanguageMenu, Page, PhoneInput } from "../../src/index.ts";
import { inMinutes } from "../sample.ts";

export function SignUpScreen() {
  const [phone, setPhone] = useState("13800138000");
  const [code, setCode] = useState("4071");
  const [kind, setKind] = useState("individual");
  return (
    <AppFrame>
      <Page
        title="注册服务者"
        onBack={() => undefined}
        aside={<LanguageMenu />}
        actions={{ primary: { label: "下一步" }, consequence: "点下一步即同意服务者协议和隐私政策" }}
      >
        <PhoneInput value={phone} onChange={setPhone} right={<Button variant="subtle">更改</Button>} />
        <CodeInput value={code} onChange={setCode} />
        <Countdown until={inMinutes(4.2)}>后失效，还可试 5 次</Countdown>
        <div role="radiogroup" aria-label="以什么身份接单" style={{ display: "grid", gap: 8 }}>
          <ChoiceTile name="kind" value="individual" checked={kind === "individual"} onChange={setKind} icon={IconUser} title="个人">
            自己接单，钱进自己的钱包
          </ChoiceTile>
          <ChoiceTile name="kind" value="team" checked={kind === "team"} onChange={setKind} icon={IconUsers} title="团队">
            一个账号派多人，成员各自实名、各自排班
          </ChoiceTile>
        </div>
      </Page>
    </AppFrame>
  );
}
