import type { ComponentMapping, Controller } from '@remote-ui/react/host';
import { createController } from '@remote-ui/react/host';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import * as actions from './components/actions.tsx';
import * as page from './components/app-page.tsx';
import * as charts from './components/chart.tsx';
import * as choices from './components/choices.tsx';
import * as dates from './components/date-fields.tsx';
import * as dialogs from './components/dialogs.tsx';
import * as layout from './components/layout.tsx';
import * as media from './components/media.tsx';
import { Tooltip } from './components/overlay-slot.tsx';
import * as status from './components/status.tsx';
import * as table from './components/table.tsx';
import * as tabs from './components/tabs.tsx';
import * as fields from './components/text-fields.tsx';
import * as text from './components/text.tsx';

/** What each of HubSpot's component names is drawn as; the `Experimental…` names share their twin's drawing. */
const DRAWN: ComponentMapping = {
  Accordion: tabs.Accordion,
  Alert: status.Alert,
  AutoGrid: layout.AutoGrid,
  BarChart: charts.BarChart,
  Box: layout.Box,
  Button: actions.Button,
  ButtonRow: layout.ButtonRow,
  Card: layout.Tile,
  Checkbox: choices.Checkbox,
  CurrencyInput: fields.CurrencyInput,
  DateInput: dates.DateInput,
  DescriptionList: text.DescriptionList,
  DescriptionListItem: text.DescriptionListItem,
  Divider: layout.Divider,
  Dropdown: actions.Dropdown,
  DropdownButtonItem: actions.DropdownButtonItem,
  EmptyState: status.EmptyState,
  ErrorState: status.ErrorState,
  ExpandableText: text.ExpandableText,
  Flex: layout.Flex,
  Form: actions.Form,
  HeaderActions: page.PageActions,
  Heading: text.Heading,
  Icon: media.Icon,
  Illustration: media.Illustration,
  Image: media.Image,
  Inline: layout.Inline,
  Input: fields.Input,
  LineChart: charts.LineChart,
  Link: actions.Link,
  List: layout.List,
  LoadingButton: actions.LoadingButton,
  LoadingSpinner: status.LoadingSpinner,
  Modal: dialogs.Modal,
  ModalBody: dialogs.DialogBody,
  ModalFooter: dialogs.DialogFooter,
  MultiSelect: choices.MultiSelect,
  NumberInput: fields.NumberInput,
  PageBreadcrumbs: page.PageBreadcrumbs,
  PageBreadcrumbsCurrent: page.PageBreadcrumbsCurrent,
  PageBreadcrumbsPageLink: page.PageLink,
  PageHeader: page.PageHeader,
  PageHeaderLink: page.PageHeaderLink,
  PageHeaderPageLink: page.PageLink,
  PageHeaderPrimaryAction: page.PageActions,
  PageHeaderSecondaryActions: page.PageActions,
  PageLink: page.PageLink,
  PageTitle: page.PageTitle,
  Panel: dialogs.Panel,
  PanelBody: dialogs.DialogBody,
  PanelFooter: dialogs.DialogFooter,
  PanelSection: dialogs.PanelSection,
  PrimaryHeaderActionButton: actions.Button,
  ProgressBar: status.ProgressBar,
  RadioButton: choices.RadioButton,
  ScoreCircle: status.ScoreCircle,
  SearchInput: fields.SearchInput,
  SecondaryHeaderActionButton: actions.Button,
  Select: choices.Select,
  Spacer: layout.Spacer,
  Stack: layout.Stack,
  Stack2: layout.Stack,
  Statistics: status.Statistics,
  StatisticsItem: status.StatisticsItem,
  StatisticsTrend: status.StatisticsTrend,
  StatusTag: actions.StatusTag,
  StepIndicator: status.StepIndicator,
  StepperInput: fields.StepperInput,
  Tab: tabs.Tab,
  Table: table.Table,
  TableBody: table.TableBody,
  TableCell: table.TableCell,
  TableFooter: table.TableFooter,
  TableHead: table.TableHead,
  TableHeader: table.TableHeader,
  TableRow: table.TableRow,
  Tabs: tabs.Tabs,
  Tag: actions.Tag,
  Text: text.Text,
  TextArea: fields.TextArea,
  Textarea: fields.TextArea,
  Tile: layout.Tile,
  TimeInput: dates.TimeInput,
  Toggle: choices.Toggle,
  ToggleGroup: choices.ToggleGroup,
  Tooltip,
};

/**
 * Finds what draws a remote component. remote-ui throws on an unknown name, which would blank the whole card: here
 * the gap is shown in its place.
 */
export function createCardController(): Controller {
  const gaps = new Map<string, ComponentType<{ children?: ReactNode }>>();
  const gap = (name: string): ComponentType<{ children?: ReactNode }> => {
    const known = gaps.get(name);
    if (known !== undefined) return known;
    const Gap = ({ children }: { children?: ReactNode }): ReactElement => (
      <media.NotDrawn name={name}>{children}</media.NotDrawn>
    );
    gaps.set(name, Gap);
    return Gap;
  };
  return {
    ...createController(DRAWN),
    get: (type) => {
      const name = String(type);
      return DRAWN[name] ?? DRAWN[name.replace(/^Experimental/, '')] ?? gap(name);
    },
  };
}
