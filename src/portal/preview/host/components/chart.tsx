import type { ReactElement } from 'react';

interface ChartProps {
  readonly data: unknown;
  readonly axes?: {
    readonly x?: { readonly field?: string; readonly label?: string };
    readonly y?: { readonly field?: string; readonly label?: string };
  };
  readonly options?: { readonly title?: string };
}

interface Point {
  readonly name: string;
  readonly value: number;
}

const WIDTH = 480;
const HEIGHT = 160;

function readPoints(props: ChartProps): readonly Point[] {
  const x = props.axes?.x?.field ?? 'x';
  const y = props.axes?.y?.field ?? 'y';
  const data = Array.isArray(props.data)
    ? (props.data as unknown[])
    : ((props.data as { data?: unknown[] } | null)?.data ?? []);
  return data.map((row) => {
    const fields = row as Record<string, string | number | undefined>;
    return { name: String(fields[x] ?? ''), value: Number(fields[y] ?? 0) };
  });
}

function Frame(props: {
  readonly chart: ChartProps;
  readonly points: readonly Point[];
  readonly draw: (at: (value: number) => number, slot: number) => ReactElement;
}): ReactElement {
  const { points } = props;
  const max = Math.max(1, ...points.map((point) => point.value));
  const slot = WIDTH / Math.max(1, points.length);
  const height = (value: number): number => (Math.max(0, value) / max) * (HEIGHT - 24);
  const title = props.chart.options?.title ?? props.chart.axes?.y?.label ?? 'Chart';
  const words = points.map((point) => `${point.name}: ${point.value}`).join('; ');
  return (
    <figure className="ui-chart">
      <figcaption>{title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT + 22}`} role="img" aria-label={`${title}. ${words}`}>
        <line x1="0" y1={HEIGHT} x2={WIDTH} y2={HEIGHT} />
        {props.draw(height, slot)}
        {points.map((point, index) => (
          <g key={index}>
            <text x={(index + 0.5) * slot} y={HEIGHT + 16} textAnchor="middle">
              {point.name}
            </text>
            <text x={(index + 0.5) * slot} y={HEIGHT - height(point.value) - 6} textAnchor="middle">
              {point.value}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}

/** Bars, one series: enough to show a card's figures honestly. */
export function BarChart(props: ChartProps): ReactElement {
  const points = readPoints(props);
  return (
    <Frame
      chart={props}
      points={points}
      draw={(height, slot) => (
        <>
          {points.map((point, index) => (
            <rect
              key={index}
              x={(index + 0.2) * slot}
              y={HEIGHT - height(point.value)}
              width={slot * 0.6}
              height={height(point.value)}
            />
          ))}
        </>
      )}
    />
  );
}

/** A line, one series. */
export function LineChart(props: ChartProps): ReactElement {
  const points = readPoints(props);
  return (
    <Frame
      chart={props}
      points={points}
      draw={(height, slot) => (
        <polyline
          points={points
            .map((point, index) => `${(index + 0.5) * slot},${HEIGHT - height(point.value)}`)
            .join(' ')}
        />
      )}
    />
  );
}
