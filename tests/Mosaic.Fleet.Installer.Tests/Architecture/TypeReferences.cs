using System.Reflection;
using System.Reflection.Emit;

namespace Mosaic.Fleet.Installer.Tests.Architecture;

/// <summary>Which types a compiled type uses: in its members' signatures and in the instructions of its methods.</summary>
internal static class TypeReferences
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly;

    private static readonly Dictionary<short, OpCode> OpCodesByValue = typeof(OpCodes).GetFields()
        .Select(field => field.GetValue(null)).OfType<OpCode>().ToDictionary(code => code.Value);

    /// <summary>The types that a type uses. Constants leave no trace in compiled code, so those are missed.</summary>
    public static IEnumerable<Type> Of(Type type)
    {
        IEnumerable<Type?> own = [type.BaseType, .. type.GetInterfaces(), .. type.GetFields(Declared).Select(field => field.FieldType)];
        MethodBase[] methods = [.. type.GetMethods(Declared), .. type.GetConstructors(Declared)];
        return own.Concat(methods.SelectMany(OfMethod)).OfType<Type>().SelectMany(WithArguments).Distinct();
    }

    private static IEnumerable<Type?> OfMethod(MethodBase method)
    {
        var signature = method.GetParameters().Select(parameter => (Type?)parameter.ParameterType);
        Type? result = (method as MethodInfo)?.ReturnType;
        var locals = method.GetMethodBody()?.LocalVariables.Select(local => (Type?)local.LocalType) ?? [];
        return [result, .. signature, .. locals, .. OfInstructions(method)];
    }

    private static IEnumerable<Type?> OfInstructions(MethodBase method)
    {
        var code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        var position = 0;
        while (position < code.Length)
        {
            // Opcodes of two bytes begin with 0xFE (ECMA-335, partition III).
            var wide = code[position] == 0xFE;
            var opCode = OpCodesByValue[wide ? (short)(0xFE00 | code[position + 1]) : code[position]];
            position += wide ? 2 : 1;
            if (opCode.OperandType is OperandType.InlineField or OperandType.InlineMethod or OperandType.InlineTok or OperandType.InlineType)
            {
                foreach (var used in OfToken(method, BitConverter.ToInt32(code, position)))
                {
                    yield return used;
                }
            }

            position += OperandSize(opCode, code, position);
        }
    }

    private static IEnumerable<Type?> OfToken(MethodBase method, int token)
    {
        Type[]? methodArguments = method.IsGenericMethod ? method.GetGenericArguments() : null;
        var member = method.Module.ResolveMember(token, method.DeclaringType?.GetGenericArguments(), methodArguments)!;
        return member switch
        {
            Type type => [type],
            FieldInfo field => [field.DeclaringType, field.FieldType],
            MethodInfo { IsGenericMethod: true } call => [call.DeclaringType, call.ReturnType, .. call.GetGenericArguments()],
            MethodInfo call => [call.DeclaringType, call.ReturnType],
            _ => [member.DeclaringType],
        };
    }

    private static int OperandSize(OpCode opCode, byte[] code, int position) => opCode.OperandType switch
    {
        OperandType.InlineNone => 0,
        OperandType.ShortInlineBrTarget or OperandType.ShortInlineI or OperandType.ShortInlineVar => 1,
        OperandType.InlineVar => 2,
        OperandType.InlineI8 or OperandType.InlineR => 8,
        OperandType.InlineSwitch => 4 + (4 * BitConverter.ToInt32(code, position)),
        _ => 4,
    };

    private static IEnumerable<Type> WithArguments(Type type)
    {
        var element = type.HasElementType ? type.GetElementType()! : type;
        return [element, .. element.GetGenericArguments().SelectMany(WithArguments)];
    }
}
