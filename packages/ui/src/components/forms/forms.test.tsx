import { cleanup, fireEvent, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { renderInApp } from "../../testing.tsx";
import { ChoiceChips, MultiChoiceChips } from "./choice.tsx";
import { CodeInput } from "./code-input.tsx";
import { NumberStepper } from "./number-stepper.tsx";
import { PhoneInput } from "./phone-input.tsx";

afterEach(cleanup);

describe("CodeInput", () => {
  function Code({ onComplete }: { readonly onComplete: (code: string) => void }) {
    const [code, setCode] = useState("");
    return <CodeInput value={code} onChange={setCode} onComplete={onComplete} />;
  }

  it("takes a pasted message's digits and completes once", async () => {
    const onComplete = vi.fn();
    await renderInApp(<Code onComplete={onComplete} />);
    const field = screen.getByLabelText("6 位验证码");
    expect(field.getAttribute("autocomplete")).toBe("one-time-code");
    fireEvent.change(field, { target: { value: "4071" } });
    expect(onComplete).not.toHaveBeenCalled();
    fireEvent.change(field, { target: { value: "40 71 82" } });
    expect(onComplete.mock.calls).toEqual([["407182"]]);
    fireEvent.change(field, { target: { value: "4071829" } });
    expect(onComplete).toHaveBeenCalledTimes(1);
  });

  it("tells an error to readers", async () => {
    await renderInApp(<CodeInput value="" onChange={() => undefined} error="验证码不对" />);
    expect(screen.getByRole("alert").textContent).toBe("验证码不对");
    expect(screen.getByLabelText("6 位验证码").getAttribute("aria-invalid")).toBe("true");
  });
});

describe("PhoneInput", () => {
  function Phone({ heard }: { readonly heard: (digits: string) => void }) {
    const [phone, setPhone] = useState("");
    return (
      <PhoneInput
        value={phone}
        onChange={(digits) => {
          setPhone(digits);
          heard(digits);
        }}
      />
    );
  }

  it("groups digits and cleans a pasted number of its country", async () => {
    const heard = vi.fn();
    await renderInApp(<Phone heard={heard} />);
    const field = screen.getByLabelText<HTMLInputElement>("手机号");
    fireEvent.change(field, { target: { value: "+86 138-0013-8000" } });
    expect(heard).toHaveBeenLastCalledWith("13800138000");
    expect(field.value).toBe("138 0013 8000");
  });
});

describe("chips", () => {
  const choices = ["a", "b", "c"].map((value) => ({ value, label: value.toUpperCase() }));

  it("choose one by native radio buttons", async () => {
    const heard = vi.fn();
    await renderInApp(<ChoiceChips label="时长" choices={choices} value="a" onChange={heard} />);
    fireEvent.click(screen.getByRole("radio", { name: "B" }));
    expect(heard).toHaveBeenCalledWith("b");
  });

  it("choose several, and no more than allowed", async () => {
    const heard = vi.fn();
    await renderInApp(<MultiChoiceChips label="重点" choices={choices} value={["a", "b"]} most={2} onChange={heard} />);
    expect(screen.getByRole("checkbox", { name: "C" }).hasAttribute("disabled")).toBe(true);
    fireEvent.click(screen.getByRole("checkbox", { name: "A" }));
    expect(heard).toHaveBeenCalledWith(["b"]);
  });
});

describe("NumberStepper", () => {
  it("stays within its ends", async () => {
    const heard = vi.fn();
    await renderInApp(<NumberStepper label="人数" value={20} onChange={heard} least={1} most={20} />);
    expect(screen.getByRole("button", { name: "人数 增加" }).hasAttribute("disabled")).toBe(true);
    fireEvent.click(screen.getByRole("button", { name: "人数 减少" }));
    expect(heard).toHaveBeenLastCalledWith(19);
    fireEvent.change(screen.getByLabelText("人数"), { target: { value: "300" } });
    fireEvent.blur(screen.getByLabelText("人数"));
    expect(heard).toHaveBeenLastCalledWith(20);
  });
});
