interface NumberFieldProps {
  label: string
  value: number
  min: number
  max: number
  onNumber(value: number): void
}

/** A whole number as it is typed; told only while it is between its bounds. */
export function NumberField({ label, value, min, max, onNumber }: NumberFieldProps) {
  return (
    <label class="field">
      {label}
      <input
        type="number"
        value={value}
        min={min}
        max={max}
        onInput={(event) => {
          const typed = event.currentTarget.valueAsNumber
          if (Number.isInteger(typed) && typed >= min && typed <= max) onNumber(typed)
        }}
      />
    </label>
  )
}
